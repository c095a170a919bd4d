package org.kebao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Kebao 科报: half-year and annual work reports of science-and-technology bureaus.
 */
@SpringBootApplication
public class KebaoApplication {

	public static void main(String[] args) {
		SpringApplication.run(KebaoApplication.class, args);
	}

}
