package org.kebao.filing;

import java.util.List;

import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.kebao.account.Person;

/**
 * Tells the editor of the texts which metrics there are, and what they say at present.
 */
@RestController
@RequiredArgsConstructor
class WordController {

	private final Filing filing;

	@GetMapping("/reports/{id}/words")
	List<Word> words(@PathVariable Long id, Person person) {
		return this.filing.words(this.filing.sheet(id, person));
	}

}
