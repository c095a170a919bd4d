package org.kebao.mention;

import java.util.ArrayList;
import java.util.List;

import org.kebao.binding.TokenPlace;
import org.kebao.binding.Printed;
import org.kebao.binding.Stated;
import org.kebao.binding.Trouble;
import org.kebao.prose.Figure;
import org.kebao.prose.Reading;
import org.kebao.script.Span;

/**
 * A token that does not say in its place what the table says: a digit, a 万 or an 亿 was
 * typed beside it.
 *
 * @param span of the printed text, with what was typed beside
 */
public record Misprint(TokenPlace place, Span span) {

	/**
	 * Those of a text, in its order.
	 * @param reading of the printed text
	 */
	static List<Misprint> of(Printed printed, Reading reading) {
		List<TokenPlace> places = printed.places();
		if (places.isEmpty()) {
			return List.of();
		}
		Span[] wrong = new Span[places.size()];
		for (int i = 0; i < wrong.length; i++) {
			Span words = places.get(i).printed();
			Span joined = Neighbours.joined(printed.text(), words);
			wrong[i] = (places.get(i).trouble() == Trouble.NONE && !joined.equals(words)) ? joined : null;
		}
		reading.all().forEach((figure) -> {
			for (int i = first(places, figure.span()); i < wrong.length
					&& places.get(i).printed().offset() < figure.span().end(); i++) {
				TokenPlace place = places.get(i);
				if (wrong[i] != null || isOtherThanStated(figure, place)) {
					Span known = (wrong[i] != null) ? wrong[i] : place.printed();
					wrong[i] = Span.between(Math.min(known.offset(), figure.span().offset()),
							Math.max(known.end(), figure.span().end()));
				}
			}
		});
		List<Misprint> misprints = new ArrayList<>();
		for (int i = 0; i < wrong.length; i++) {
			if (wrong[i] != null) {
				misprints.add(new Misprint(places.get(i), wrong[i]));
			}
		}
		return List.copyOf(misprints);
	}

	private static boolean isOtherThanStated(Figure figure, TokenPlace place) {
		Stated stated = place.stated();
		return place.trouble() == Trouble.NONE && stated != null && !Rereading.isOf(figure, stated);
	}

	/** The first place that ends behind the start of a span. */
	private static int first(List<TokenPlace> places, Span span) {
		int low = 0;
		int high = places.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (places.get(middle).printed().end() <= span.offset()) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
