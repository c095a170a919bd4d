package org.kebao.summary;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import org.kebao.revision.ReportContent;
import org.kebao.script.Legible;

/**
 * 对比图: a few metrics of the paper, this period beside last year's same period.
 * <p>
 * Their units differ, so each pair of bars has a scale of its own: the longer one is
 * full, the other in proportion, and the amounts stand at their ends.
 */
final class ComparisonChart {

	private static final int MOST = 8;

	private static final int FEWEST = 2;

	private static final int WIDTH = 600;

	private static final int ROW = 35;

	/** Apart in print without colour. */
	private static final Color NOW = new Color(0x33, 0x3A, 0x44);

	private static final Color BEFORE = new Color(0xC4, 0xC8, 0xCE);

	private static final Color INK = new Color(0x1F, 0x23, 0x28);

	private static final String FONTS = "SimHei, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif";

	/**
	 * As one types, and for each template of a paper, the figures are mostly the same.
	 */
	private static final Cache<List<Pair>, String> drawn = Caffeine.newBuilder().maximumSize(100).build();

	private ComparisonChart() {
	}

	/** Nothing where fewer than two metrics can be compared. */
	static Optional<Document.Chart> of(ReportContent content) {
		List<Pair> pairs = headline(content);
		if (pairs.size() < FEWEST) {
			return Optional.empty();
		}
		boolean rounded = pairs.stream()
			.anyMatch((pair) -> pair.told(pair.amount()).rounded() || pair.told(pair.lastYear()).rounded());
		return Optional.of(new Document.Chart("主要指标本期与上年同期对比图", "每项指标的两条按各自数值成比例绘制" + (rounded ? "；以亿元计的数保留两位小数" : ""),
				drawn.get(pairs, ComparisonChart::draw)));
	}

	/** Two amounts of one metric; the key of its bars. */
	private record Pair(String name, String unit, BigDecimal lastYear, BigDecimal amount, String change, int rank,
			int place) implements Comparable<Pair> {

		double share(BigDecimal part) {
			return part.divide(this.lastYear.max(this.amount), MathContext.DECIMAL64).doubleValue();
		}

		String told() {
			return this.name + "本期" + label(this.amount) + "，上年同期" + label(this.lastYear);
		}

		Told told(BigDecimal part) {
			return Told.of(part, this.unit);
		}

		String label(BigDecimal part) {
			return told(part).words();
		}

		@Override
		public int compareTo(Pair other) {
			return Integer.compare(this.place, other.place);
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** The first metrics of every group, then the second ones, in print order. */
	private static List<Pair> headline(ReportContent content) {
		List<Pair> pairs = new ArrayList<>();
		for (ReportContent.Group group : content.groups()) {
			int rank = 0;
			for (ReportContent.Row row : group.rows()) {
				BigDecimal amount = row.amount();
				BigDecimal lastYear = row.lastYear();
				if (amount != null && lastYear != null && amount.signum() >= 0 && lastYear.signum() > 0) {
					pairs.add(new Pair(Legible.text(row.name()), row.unit(), lastYear, amount, row.change(), rank++,
							pairs.size()));
				}
			}
		}
		return pairs.stream()
			.sorted(Comparator.comparingInt(Pair::rank).thenComparingInt(Pair::place))
			.limit(MOST)
			.sorted(Comparator.comparingInt(Pair::place))
			.toList();
	}

	private static String draw(List<Pair> pairs) {
		DefaultCategoryDataset bars = new DefaultCategoryDataset();
		for (Pair pair : pairs) {
			bars.addValue(pair.share(pair.amount()), "本期", pair);
			bars.addValue(pair.share(pair.lastYear()), "上年同期", pair);
		}
		CategoryPlot plot = new CategoryPlot(bars, names(), lengths(), renderer());
		plot.setOrientation(PlotOrientation.HORIZONTAL);
		plot.setBackgroundPaint(null);
		plot.setOutlineVisible(false);
		plot.setRangeGridlinesVisible(false);
		plot.setInsets(new RectangleInsets(0, 0, 0, 0));
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		JFreeChart chart = new JFreeChart(null, font(13), plot, true);
		chart.setBackgroundPaint(null);
		chart.getLegend().setItemFont(font(13));
		chart.getLegend().setItemPaint(INK);
		chart.getLegend().setBackgroundPaint(null);
		chart.getLegend().setFrame(BlockBorder.NONE);
		int height = ROW * pairs.size() + 40;
		SVGGraphics2D svg = new SVGGraphics2D(WIDTH, height);
		svg.setDefsKeyPrefix("chart");
		svg.setFontFunction((family) -> FONTS);
		chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, height));
		return presentable(svg.getSVGElement(), pairs, height);
	}

	private static CategoryAxis names() {
		CategoryAxis axis = new CategoryAxis();
		axis.setAxisLineVisible(true);
		axis.setAxisLinePaint(INK);
		axis.setTickMarksVisible(false);
		axis.setTickLabelFont(font(13));
		axis.setTickLabelPaint(INK);
		axis.setCategoryMargin(0.28);
		axis.setLowerMargin(0.02);
		axis.setUpperMargin(0.02);
		axis.setMaximumCategoryLabelWidthRatio(0.42f);
		axis.setMaximumCategoryLabelLines(2);
		return axis;
	}

	private static NumberAxis lengths() {
		NumberAxis axis = new NumberAxis();
		axis.setVisible(false);
		// room at the right for the amounts
		axis.setRange(0, 1.75);
		return axis;
	}

	private static BarRenderer renderer() {
		BarRenderer renderer = new BarRenderer();
		renderer.setBarPainter(new StandardBarPainter());
		renderer.setShadowVisible(false);
		renderer.setItemMargin(0.08);
		renderer.setSeriesPaint(0, NOW);
		renderer.setSeriesPaint(1, BEFORE);
		renderer.setDrawBarOutline(true);
		renderer.setDefaultOutlinePaint(NOW);
		renderer.setDefaultOutlineStroke(new BasicStroke(0.75f));
		renderer.setDefaultItemLabelsVisible(true);
		renderer.setItemLabelAnchorOffset(6);
		renderer.setDefaultPositiveItemLabelPosition(
				new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
		renderer.setDefaultItemLabelFont(font(12));
		renderer.setDefaultItemLabelPaint(INK);
		renderer.setDefaultItemLabelGenerator(new Labels());
		return renderer;
	}

	private static Font font(int size) {
		return new Font("Noto Sans CJK SC", Font.PLAIN, size);
	}

	/** The true amounts, with the change at this period's bar. */
	private static final class Labels implements CategoryItemLabelGenerator {

		@Override
		public String generateRowLabel(CategoryDataset bars, int row) {
			return bars.getRowKey(row).toString();
		}

		@Override
		public String generateColumnLabel(CategoryDataset bars, int column) {
			return bars.getColumnKey(column).toString();
		}

		@Override
		public String generateLabel(CategoryDataset bars, int row, int column) {
			Pair pair = (Pair) bars.getColumnKey(column);
			if (row == 1) {
				return pair.label(pair.lastYear());
			}
			return pair.label(pair.amount()) + (pair.change().isEmpty() ? "" : "（" + pair.change() + "）");
		}

	}

	/**
	 * The drawing as a page may hold it: named for those who cannot see it, without style
	 * attributes, which the content security policy forbids, and without the lengths and
	 * clips of a screen, so that it needs no ids and takes the width of its paper.
	 */
	private static String presentable(String drawn, List<Pair> pairs, int height) {
		org.jsoup.nodes.Document parsed = Jsoup.parse(drawn, Parser.xmlParser());
		parsed.outputSettings().prettyPrint(false);
		parsed.select("defs").remove();
		parsed.select("[clip-path]").removeAttr("clip-path");
		for (Element element : parsed.select("[style]")) {
			for (String declaration : element.attr("style").split(";")) {
				int colon = declaration.indexOf(':');
				if (colon > 0) {
					element.attr(declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
				}
			}
			element.removeAttr("style");
		}
		Element svg = parsed.expectFirst("svg");
		svg.clearAttributes();
		svg.attr("xmlns", "http://www.w3.org/2000/svg");
		svg.attr("viewBox", "0 0 " + WIDTH + " " + height);
		svg.attr("role", "img");
		svg.attr("aria-label", pairs.stream().map(Pair::told).collect(Collectors.joining("；", "本期与上年同期对比：", "。")));
		return svg.outerHtml();
	}

}
