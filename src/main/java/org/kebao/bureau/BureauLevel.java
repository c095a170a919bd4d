package org.kebao.bureau;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/**
 * 层级: the levels of the tree and their names are data, they differ from province to
 * province.
 */
@Entity
@Table(name = "bureau_levels")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class BureauLevel {

	@Id
	private String code;

	private String name;

	private int position;

}
