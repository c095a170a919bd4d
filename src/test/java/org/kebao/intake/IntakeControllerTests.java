package org.kebao.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@HouseTest
class IntakeControllerTests {

	private static final String HOSTILE = "<script>alert(1)</script>[[${7*7}]]";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Reports reports;

	private Province province;

	private Authentication reporter;

	private Long report;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.report = this.province.draft().getId();
		this.reporter = this.province.signedIn(this.province.reporter());
	}

	@Test
	void theFileIsNamedAfterTheBureauAndThePeriod() {
		MvcTestResult result = get("/metrics.xlsx");
		assertThat(result).hasStatusOk();
		String name = java.net.URLEncoder.encode("_%d年度_主要指标.xlsx".formatted(this.province.year()),
				StandardCharsets.UTF_8);
		assertThat(result.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment")
			.contains("filename*=UTF-8''", name);
		assertThat(result.getResponse().getContentType()).contains("spreadsheetml.sheet");
	}

	@Test
	void theWayOverTheConfirmationSavesTheTable() {
		MvcTestResult proposed = upload(
				edited((workbook) -> Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21)));
		assertThat(proposed).hasStatusOk();
		Document page = Province.page(proposed);
		assertThat(page.select(".proposed tbody tr")).hasSize(1);
		assertThat(page.select(".proposed tbody").text()).contains("组织申报（推荐）科技计划项目数", "21", "科技计划与资金 E8");
		assertThat(own().amounts()).hasSize(2);

		MvcTestResult confirmed = confirm(page);
		assertThat(confirmed).hasRedirectedUrl("/reports/%d/metrics".formatted(this.report));
		assertThat(confirmed).flash().containsEntry("flash", "已按表格保存 1 处改动");
		assertThat(own().amounts()).hasSize(3);
	}

	@Test
	void aConflictShowsThePageAgainAndCanBeConfirmedKnowingly() {
		Document page = Province
			.page(upload(edited((workbook) -> Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21))));
		this.province.write(this.report, this.province.reporter(), "metric.PRJ05", "20");
		MvcTestResult refused = confirm(page);
		assertThat(refused).hasStatus(409);
		Document again = Province.page(refused);
		assertThat(again.select("[role=alert]").text()).contains("什么都没有保存");
		assertThat(again.select("tr.conflicting").text()).contains("20", "21", "刚在别处改过", "科技计划与资金 E8");
		assertThat(confirm(again)).hasStatus3xxRedirection();
	}

	@Test
	void aChoiceIsMadeByAPersonAndNeverForHim() {
		Document page = Province.page(upload(edited((workbook) -> {
			CellStyle style = workbook.createCellStyle();
			style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00,"));
			Cell cell = Workbooks.cell(workbook, "PRJ06", Column.VALUE);
			cell.setCellValue(1234560);
			cell.setCellStyle(style);
		})));
		Elements ways = page.select(".readings input[type=radio]");
		assertThat(ways.eachAttr("value")).containsExactly("1234560", "1234.56");
		assertThat(ways.select("[checked]")).isEmpty();
		assertThat(ways.select("[required]")).hasSize(2);
		MvcTestResult undecided = confirm(page);
		assertThat(undecided).hasStatus(422);
		Document again = Province.page(undecided);
		assertThat(again.select("[role=alert]").text()).contains("还没有选按哪个数");
		assertThat(again.select(".readings input[type=radio]").eachAttr("value")).containsExactly("1234560", "1234.56");
		assertThat(again.select("td.place").text()).contains("E9");
		again.select(".readings input[type=radio]").last().attr("checked", "checked");
		assertThat(confirm(again)).hasStatus3xxRedirection();
		assertThat(own().amounts().values()).usingElementComparator(BigDecimal::compareTo)
			.contains(new BigDecimal("1234.56"));
	}

	@Test
	void anErrorShowsItsAddressAndOffersNothingToConfirm() {
		MvcTestResult result = upload(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellValue(15);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellFormula("20+1");
		}));
		assertThat(result).hasStatus(422);
		Document page = Province.page(result);
		assertThat(page.select(".refusals").text()).contains("科技计划与资金 E8", "粘贴为数值");
		assertThat(page.select(".proposed tbody tr")).hasSize(1);
		assertThat(page.select("main form button").text()).doesNotContain("确认保存");
		assertThat(page.select("#file")).hasSize(1);
	}

	@Test
	void whateverStandsInASheetIsText() {
		MvcTestResult result = upload(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellValue(HOSTILE);
			Workbooks.cell(workbook, "PRJ01", Column.NOTE).setCellValue(HOSTILE);
			workbook.createSheet("b>{{7}} ${7}");
			workbook.setSheetName(0, "<i>一");
			Workbooks.row(workbook, "PRJ06").getCell(0).setCellValue("<b>{{7*7}}");
			Workbooks.row(workbook, "<b>{{7*7}}").getCell(Column.VALUE.ordinal()).setCellValue(1);
		}));
		Document page = Province.page(result);
		assertThat(page.select("main script, main i, main b b")).isEmpty();
		assertThat(page.select("main").text()).contains(HOSTILE, "<i>一 E4", "<B>{{7*7}}", "b>{{7}} ${7}");
	}

	@Test
	void aRefusedFileSaysWhyAboveTheForm() {
		assertThat(Province.page(upload("PRJ01,14".getBytes(StandardCharsets.UTF_8))).select("[role=alert]").text())
			.contains("不是 Excel 工作簿");
		assertThat(Province.page(upload(new byte[0])).select("[role=alert]").text()).contains("文件是空的");
		MvcTestResult nothing = this.mvc.post()
			.uri("/reports/{id}/intake", this.report)
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
		assertThat(nothing).hasStatus(422);
		assertThat(Province.page(nothing).select("[role=alert]").text()).contains("请先选择");
	}

	@Test
	void aFieldThatIsNoneAndAConfirmationOfNothingAreRefused() {
		assertThat(post("metric.", "1")).hasStatus(400);
		assertThat(post("lead", "改")).hasStatus(422);
		assertThat(post("metric.XYZ01", "1")).hasStatus(422);
		assertThat(own().getLead()).isEqualTo("一年来，全县科技工作稳中有进。");
	}

	@Test
	void aSubmittedReportTakesNoTable() {
		byte[] table = download();
		Document page = Province
			.page(upload(edited((workbook) -> Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21))));
		this.reports.submit(this.report, this.province.reporter());
		assertThat(get("/intake")).hasRedirectedUrl("/reports/" + this.report);
		assertThat(upload(table)).hasStatus(409);
		assertThat(confirm(page)).hasStatus(409);
		assertThat(own().amounts()).hasSize(2);
	}

	private Report own() {
		return this.reports.own(this.report, this.province.reporter());
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/reports/" + this.report + path).with(authentication(this.reporter)).exchange();
	}

	private byte[] download() {
		return get("/metrics.xlsx").getResponse().getContentAsByteArray();
	}

	private byte[] edited(Consumer<XSSFWorkbook> change) {
		return Workbooks.changed(download(), change);
	}

	private MvcTestResult upload(byte[] file) {
		return this.mvc.post()
			.uri("/reports/{id}/intake", this.report)
			.multipart()
			.file(new MockMultipartFile("file", "表.xlsx", "application/octet-stream", file))
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
	}

	/** Sends the form of the page as a browser would. */
	private MvcTestResult confirm(Document page) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/reports/{id}/intake/confirmation", this.report);
		for (Element input : page.select("form[action$=/confirmation] input[type=hidden], .readings input[checked]")) {
			if (!input.attr("name").equals("_csrf")) {
				request.param(input.attr("name"), input.val());
			}
		}
		return request.with(authentication(this.reporter)).with(csrf()).exchange();
	}

	private MvcTestResult post(String field, String text) {
		return this.mvc.post()
			.uri("/reports/{id}/intake/confirmation", this.report)
			.param(field, text)
			.param("base." + field, "")
			.with(authentication(this.reporter))
			.with(csrf())
			.exchange();
	}

}
