package org.kebao.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

import org.kebao.HouseTest;
import org.kebao.Province;
import org.kebao.account.Person;
import org.kebao.account.Role;
import org.kebao.amount.Certainty;
import org.kebao.field.NotSavedException;
import org.kebao.field.Saving;
import org.kebao.refusal.NotVisibleException;
import org.kebao.refusal.RefusedException;
import org.kebao.register.Register;
import org.kebao.report.MetricValue;
import org.kebao.report.Reckoning;
import org.kebao.report.Report;
import org.kebao.report.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A metric table on its way out, through somebody's hands, and back.
 */
@HouseTest
class IntakeTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Intake intake;

	@Autowired
	private Reports reports;

	@Autowired
	private Reckoning reckoning;

	@Autowired
	private Register register;

	@TempDir
	private Path folder;

	private Province province;

	private Person reporter;

	private Long report;

	@BeforeEach
	void found() {
		this.province = new Province(this.context);
		this.reporter = this.province.reporter();
		this.report = this.province.draft().getId();
	}

	@Test
	void aTableThatCameBackAsItWentOutChangesNothing() {
		write("metric.PRJ02.certainty", "ESTIMATED");
		write("metric.PRJ02.asof", "2025-06-30");
		write("metric.PRJ02.note", "=口径一\n+口径二");
		write("metric.TEC02", "12345.67");
		write("metric.CTX01", "0.0001");
		write("metric.FIN01", "123456789012345.12");
		write("metric.PRJ05", "未到统计时间");
		Proposal proposal = propose(download());
		assertThat(proposal.changes()).isEmpty();
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.ignored()).isEmpty();
		assertThat(proposal.missing()).isEmpty();
		assertThat(proposal.unchanged()).isGreaterThan(7);
	}

	@Test
	void theTableIsLockedButForWhatIsFilledIn() {
		Workbooks.changed(download(), (workbook) -> {
			XSSFSheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getSheetName()).isEqualTo("科技计划与资金");
			assertThat(sheet.isSheetLocked()).isTrue();
			assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
			assertThat(sheet.getFitToPage()).isTrue();
			Row row = Workbooks.row(workbook, "PRJ01");
			assertThat(row).filteredOn((cell) -> !cell.getCellStyle().getLocked())
				.extracting(org.apache.poi.ss.usermodel.Cell::getColumnIndex)
				.containsExactlyElementsOf(Column.inputs().stream().map(Column::ordinal).toList());
			assertThat(Workbooks.cell(workbook, "RDI02", Column.VALUE).toString()).isEqualTo("由系统计算");
			assertThat(Workbooks.row(workbook, "RDI02")).allMatch((cell) -> cell.getCellStyle().getLocked());
			assertThat(workbook.getSheetVisibility(workbook.getSheetIndex(Identity.SHEET)))
				.isEqualTo(SheetVisibility.VERY_HIDDEN);
		});
	}

	@Test
	void everyInputCellTellsWhatItTakes() {
		Workbooks.changed(download(), (workbook) -> {
			List<? extends DataValidation> rules = workbook.getSheetAt(0).getDataValidations();
			String cell = "E" + (Workbooks.row(workbook, "PRJ01").getRowNum() + 1);
			assertThat(rules).filteredOn((rule) -> covers(rule, cell)).singleElement().satisfies((rule) -> {
				assertThat(rule.getValidationConstraint().getFormula1())
					.isEqualTo("IF(ISNUMBER(%s),AND(%1$s>=0,ROUND(%1$s,0)=%1$s),OR(%1$s=\"不适用\",%1$s=\"未到统计时间\"))"
						.formatted(cell));
				assertThat(rule.getPromptBoxText()).contains("单位：项", "不适用");
				assertThat(rule.getErrorBoxText()).contains("不小于 0");
			});
			assertThat(rules).filteredOn((rule) -> covers(rule, cell.replace('E', 'F')))
				.singleElement()
				.satisfies((rule) -> assertThat(rule.getValidationConstraint().getExplicitListValues())
					.containsExactly("实际", "预计", "快报", "核定"));
		});
	}

	@Test
	void whatBeginsLikeAFormulaStaysAText() {
		write("metric.PRJ01.note", "=HYPERLINK(\"http://x\",\"y\")");
		Workbooks.changed(download(), (workbook) -> {
			XSSFCell cell = (XSSFCell) Workbooks.cell(workbook, "PRJ01", Column.NOTE);
			assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
			assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
		});
	}

	@Test
	void aFilledTableIsProposedCellByCellAndSavedWhenConfirmed() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellValue(15);
			Workbooks.cell(workbook, "PRJ03", Column.VALUE).setCellValue("１，２３４");
			Workbooks.cell(workbook, "PRJ01", Column.CERTAINTY).setCellValue("预计");
			Workbooks.cell(workbook, "PRJ01", Column.AS_OF).setCellValue(LocalDate.of(2025, 6, 30));
			Workbooks.cell(workbook, "PRJ01", Column.NOTE).setCellValue("含市级转报");
			Workbooks.cell(workbook, "PRJ02", Column.VALUE).setBlank();
		}));
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.changes())
			.extracting(Proposal.Change::metric, Proposal.Change::column, Proposal.Change::before,
					Proposal.Change::after)
			.containsExactly(tuple("国家级科技计划项目立项数", "本期", "14", "15"), tuple("国家级科技计划项目立项数", "数据性质", "实际", "预计"),
					tuple("国家级科技计划项目立项数", "截止日期", "", "2025-06-30"), tuple("国家级科技计划项目立项数", "口径说明", "", "含市级转报"),
					tuple("市级科技计划项目立项数", "本期", "不适用", "1234"));
		assertThat(proposal.changes().get(0).place()).isEqualTo("科技计划与资金 E4");
		assertThat(value("PRJ01").getText()).as("nothing is saved yet").isEqualTo("14");

		this.intake.confirm(this.report, this.reporter, proposal.wishes());
		assertThat(value("PRJ01").getAmount()).isEqualByComparingTo(BigDecimal.valueOf(15));
		assertThat(value("PRJ01").getCertainty()).isEqualTo(Certainty.ESTIMATED);
		assertThat(value("PRJ01").getAsOf()).isEqualTo(LocalDate.of(2025, 6, 30));
		assertThat(value("PRJ01").getNote()).isEqualTo("含市级转报");
		assertThat(value("PRJ02").getText()).as("a blank cell leaves what stands").isEqualTo("49");
		assertThat(value("PRJ03").getText()).isEqualTo("1234");
		assertThat(this.register.changes(own())).extracting((change) -> change.getNewText()).contains("15", "1234");
	}

	@Test
	void whatSomebodyTypedMeanwhileSavesNothing() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellValue(15);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21);
		}));
		write("metric.PRJ05", "20");
		assertThatExceptionOfType(NotSavedException.class)
			.isThrownBy(() -> this.intake.confirm(this.report, this.reporter, proposal.wishes()))
			.satisfies((ex) -> assertThat(Saving.isConflict(ex.getSavings())).isTrue());
		assertThat(value("PRJ01").getText()).isEqualTo("14");
		assertThat(value("PRJ05").getText()).isEqualTo("20");

		Proposal again = this.intake.propose(this.report, this.reporter,
				proposal.wishes().stream().map((wish) -> new Intake.Confirmed(wish, "", List.of())).toList());
		assertThat(again.changes()).extracting(Proposal.Change::conflict).containsExactly(false, true);
		this.intake.confirm(this.report, this.reporter, again.wishes());
		assertThat(value("PRJ05").getText()).isEqualTo("21");
	}

	@Test
	void everyCellThatCannotBeTakenIsToldWithItsAddress() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setBlank();
			Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellFormula("10+4");
			Workbooks.cell(workbook, "PRJ02", Column.VALUE).setCellValue("四十九");
			Workbooks.cell(workbook, "PRJ03", Column.VALUE).setCellValue(-1);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(1.5);
			Workbooks.cell(workbook, "PRJ06", Column.VALUE).setCellErrorValue((byte) 42);
			Workbooks.cell(workbook, "PRJ07", Column.CERTAINTY).setCellValue("大概");
			Workbooks.cell(workbook, "PRJ08", Column.AS_OF).setCellValue("年底");
			Workbooks.cell(workbook, "PRJ09", Column.NOTE).setCellValue("长".repeat(501));
			Workbooks.cell(workbook, "PRJ10", Column.VALUE).setCellValue(100);
		}));
		assertThat(proposal.isConfirmable()).isFalse();
		assertThat(proposal.refusals()).extracting(Proposal.Refusal::place)
			.containsExactlyInAnyOrder("科技计划与资金 E4", "科技计划与资金 E5", "科技计划与资金 E6", "科技计划与资金 E8", "科技计划与资金 E9",
					"科技计划与资金 F10", "科技计划与资金 G11", "科技计划与资金 H12");
		assertThat(proposal.refusals()).extracting(Proposal.Refusal::reason)
			.anyMatch((reason) -> reason.contains("粘贴为数值"))
			.anyMatch((reason) -> reason.contains("请填数字"))
			.anyMatch((reason) -> reason.contains("不能是负数"))
			.anyMatch((reason) -> reason.contains("只能填整数"))
			.anyMatch((reason) -> reason.contains("#N/A"))
			.anyMatch((reason) -> reason.contains("下拉列表"))
			.anyMatch((reason) -> reason.contains("请填日期"))
			.anyMatch((reason) -> reason.contains("最多 500 字"));
		assertThat(proposal.changes()).extracting(Proposal.Change::after).containsExactly("100");
	}

	@Test
	void rowsAreTakenByCodeAndNeverByTheirPlace() {
		Proposal proposal = propose(edited((workbook) -> {
			Sheet sheet = workbook.getSheetAt(0);
			sheet.removeRow(Workbooks.row(workbook, "PRJ05"));
			Row row = sheet.createRow(40);
			row.createCell(0).setCellValue("PRJ02");
			row.createCell(Column.VALUE.ordinal()).setCellValue(50);
			Workbooks.row(workbook, "PRJ02").getCell(0).setCellValue("");
		}));
		assertThat(proposal.changes()).singleElement().satisfies((change) -> {
			assertThat(change.field()).isEqualTo("metric.PRJ02");
			assertThat(change.place()).isEqualTo("科技计划与资金 E41");
		});
		assertThat(proposal.missing()).containsExactly("组织申报（推荐）科技计划项目数");
		assertThat(proposal.ignored()).anyMatch((line) -> line.contains("E5") && line.contains("没有代码"));
	}

	@Test
	void aCodeWhoseRowSpeaksOfSomethingElseIsRefused() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ01", Column.NAME).setCellValue("专利申请量");
			Workbooks.cell(workbook, "PRJ02", Column.UNIT).setCellValue("百项");
			Workbooks.row(workbook, "PRJ06").getCell(0).setCellValue("XYZ99");
			Workbooks.row(workbook, "XYZ99").getCell(Column.VALUE.ordinal()).setCellValue(1);
			Row twin = workbook.getSheetAt(1).createRow(60);
			twin.createCell(0).setCellValue("PRJ05");
			twin.createCell(Column.VALUE.ordinal()).setCellValue(3);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(3);
		}));
		assertThat(proposal.refusals()).extracting(Proposal.Refusal::reason)
			.anyMatch((reason) -> reason.contains("写的是另一个指标"))
			.anyMatch((reason) -> reason.contains("单位是“项”"))
			.anyMatch((reason) -> reason.contains("没有代码“XYZ99”"))
			.filteredOn((reason) -> reason.contains("填了 2 次"))
			.hasSize(2);
		assertThat(proposal.changes()).isEmpty();
	}

	@Test
	void whatTheSystemComputesAndWhatNobodyAsksForIsPassedOver() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "RDI02", Column.VALUE).setCellValue(2.5);
			Row retired = workbook.getSheetAt(0).createRow(50);
			retired.createCell(0).setCellValue("PRJ12");
			retired.createCell(Column.VALUE.ordinal()).setCellValue(9);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue("—");
		}));
		assertThat(proposal.changes()).isEmpty();
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.ignored()).anyMatch((line) -> line.contains("由系统计算"))
			.anyMatch((line) -> line.contains("现在不用填"))
			.anyMatch((line) -> line.contains("按没有填处理"));
	}

	@Test
	void mergedCellsAreRefusedAndHiddenOnesMarked() {
		Proposal proposal = propose(edited((workbook) -> {
			workbook.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("E4:E5"));
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21);
			Workbooks.row(workbook, "PRJ05").setZeroHeight(true);
		}));
		assertThat(proposal.refusals()).extracting(Proposal.Refusal::place).containsExactly("科技计划与资金 E4", "科技计划与资金 E5");
		assertThat(proposal.refusals()).allMatch((refusal) -> refusal.reason().contains("E4:E5"));
		assertThat(proposal.changes()).singleElement()
			.satisfies((change) -> assertThat(change.place()).endsWith("E8（隐藏）"));
	}

	@Test
	void aProposalAsksTheDatabaseAsOftenForManyChangesAsForOne() {
		byte[] one = edited((workbook) -> Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(3));
		byte[] many = edited((workbook) -> List
			.of("PRJ04", "PRJ05", "PRJ06", "PRJ07", "PRJ08", "PRJ09", "IPR01", "IPR02", "ENT01", "TEC01")
			.forEach((code) -> Workbooks.cell(workbook, code, Column.VALUE).setCellValue(3)));
		propose(one);
		assertThat(this.province.statements(() -> propose(many)))
			.isEqualTo(this.province.statements(() -> propose(one)));
	}

	@Test
	void aTableSavedByLibreOfficeIsReadLikeOurs() throws IOException {
		Proposal proposal = propose(fixture("libreoffice.xlsx"));
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.changes()).extracting((change) -> change.place() + " " + change.after())
			.contains("科技计划与资金 E4 21", "科技计划与资金 F4 预计", "科技计划与资金 H4 含市级转报", "科技计划与资金 E5 1234", "科技计划与资金 E9 1234.5");
		assertThat(proposal.changes()).extracting(Proposal.Change::place).doesNotContain("科技计划与资金 E6");
	}

	@Test
	void mergedAndHiddenCellsOfLibreOfficeAreToldApart() throws IOException {
		Proposal proposal = propose(fixture("libreoffice-merged-and-hidden.xlsx"));
		assertThat(proposal.refusals())
			.extracting((refusal) -> refusal.place() + " " + refusal.reason().substring(0, 7))
			.containsExactlyInAnyOrder("科技计划与资金 E5 单元格合并成了", "科技计划与资金 E6 单元格合并成了", "科技计划与资金 E9 单元格的公式算",
					"科技计划与资金 E10 单元格是百分比", "科技计划与资金 E11 单元格是日期格");
		assertThat(proposal.changes()).extracting((change) -> change.place() + " " + change.after())
			.contains("科技计划与资金 E8（隐藏） 77", "创新主体 E4（隐藏） 88", "知识产权 E4（隐藏） 99");
		assertThat(proposal.ignored()).anyMatch((line) -> line.contains("草稿"));
	}

	@Test
	void theTableOfAnotherReportIsRefusedAndBothAreNamed() {
		Long neighbour = this.province.counties(1).get(0);
		Person other = this.province.person("邻县", neighbour, Role.REPORTER);
		Long theirs = this.province.report(neighbour, this.province.period).getId();
		byte[] table = WorkbookWriter.write(this.intake.table(theirs, other));
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> propose(table))
			.withMessageContaining("第1县科技局")
			.withMessageContaining(this.province.year() + "年度");
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(
					() -> propose(edited((workbook) -> workbook.removeSheetAt(workbook.getSheetIndex(Identity.SHEET)))))
			.withMessageContaining("不是从本系统下载的");
	}

	@Test
	void anOldTableIsReadButTheChangeOfTheCatalogueIsTold() {
		Proposal proposal = propose(edited((workbook) -> {
			for (Row row : workbook.getSheet(Identity.SHEET)) {
				if (row.getCell(0).toString().equals("catalogue")) {
					row.getCell(1).setCellValue("anno dazumal");
				}
			}
		}));
		assertThat(proposal.ignored()).singleElement().asString().contains("指标目录有过变化");
	}

	@Test
	void aReaderGetsATableToReadAndItIsKnownAsOurs() {
		this.reports.submit(this.report, this.reporter);
		byte[] table = WorkbookWriter.write(this.intake.table(this.report, this.province.supervisor()));
		Workbooks.changed(table, (workbook) -> {
			assertThat(workbook.getSheet(Identity.SHEET)).isNotNull();
			assertThat(Workbooks.row(workbook, "PRJ01")).allMatch((cell) -> cell.getCellStyle().getLocked());
			assertThat(Workbooks.cell(workbook, "PRJ01", Column.VALUE).getNumericCellValue()).isEqualTo(14);
			assertThat(Workbooks.cell(workbook, "PRJ03", Column.VALUE).toString()).isEqualTo("不适用");
		});
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> propose(table));
		this.reports.withdraw(this.report, this.reporter);
		assertThat(propose(table).changes()).isEmpty();
		byte[] edited = Workbooks.changed(table,
				(workbook) -> Workbooks.cell(workbook, "PRJ01", Column.VALUE).setCellValue(15));
		assertThat(propose(edited).changes()).extracting(Proposal.Change::after).containsExactly("15");
		Long neighbour = this.province.counties(1).get(0);
		Person other = this.province.person("邻县", neighbour, Role.REPORTER);
		Long theirs = this.province.report(neighbour, this.province.period).getId();
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> this.intake.propose(theirs, other, Workbooks.file(this.folder, table)))
			.withMessageContaining("的表格，不是“");
	}

	@Test
	void aNameIsTheMetricItLooksLike() {
		Proposal proposal = propose(edited((workbook) -> {
			Workbooks.cell(workbook, "PRJ05", Column.NAME).setCellValue("组织申报(推荐)\n科技计划项目数 ");
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellValue(21);
			Workbooks.cell(workbook, "PRJ06", Column.UNIT).setCellValue(" 万 元");
			Workbooks.cell(workbook, "PRJ06", Column.VALUE).setCellValue("1.2亿");
			Workbooks.cell(workbook, "RDI01", Column.NAME).setCellValue("全社会Ｒ＆Ｄ经费内部支出");
			Workbooks.cell(workbook, "RDI01", Column.VALUE).setCellValue(3.5);
			Workbooks.row(workbook, "PRJ01").getSheet().getRow(2).getCell(Column.VALUE.ordinal()).setCellValue("本\n期");
		}));
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.changes()).extracting(Proposal.Change::field, Proposal.Change::after)
			.containsExactly(tuple("metric.PRJ05", "21"), tuple("metric.PRJ06", "12000"), tuple("metric.RDI01", "3.5"));
		assertThat(proposal.changes().get(1).hint()).isEqualTo("“1.2亿”按 12000 万元计");
	}

	@Test
	void aCellThatShowsAnotherNumberAsksWhichIsMeant() {
		Proposal proposal = propose(edited((workbook) -> {
			org.apache.poi.ss.usermodel.CellStyle style = workbook.createCellStyle();
			style.setDataFormat(workbook.createDataFormat().getFormat("0!.0,\"万元\""));
			org.apache.poi.ss.usermodel.Cell cell = Workbooks.cell(workbook, "TEC02", Column.VALUE);
			cell.setCellValue(270062900);
			cell.setCellStyle(style);
			Workbooks.cell(workbook, "PRJ05", Column.VALUE).setCellFormula("20+1");
			workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
		}));
		assertThat(proposal.refusals()).isEmpty();
		assertThat(proposal.isOpen()).isTrue();
		assertThat(proposal.changes()).extracting(Proposal.Change::field, Proposal.Change::hint)
			.containsExactly(tuple("metric.PRJ05", "由公式算出"), tuple("metric.TEC02", "单元格显示为“27006.3万元”，存着的是 270062900"));
		assertThat(proposal.changes().get(1).readings()).containsExactly(new Proposal.Reading("270062900", "270062900"),
				new Proposal.Reading("27006.29万元", "27006.29"));
		assertThat(proposal.wishes()).extracting(Saving.Wish::field).containsExactly("metric.PRJ05");
	}

	@Test
	void nobodyElseTakesATableIn() {
		byte[] table = download();
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(
				() -> this.intake.propose(this.report, this.province.supervisor(), Workbooks.file(this.folder, table)));
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.intake.table(this.report, this.province.supervisor()));
	}

	private static boolean covers(DataValidation rule, String cell) {
		return rule.getRegions().getCellRangeAddresses()[0].formatAsString().equals(cell);
	}

	/** What LibreOffice saved, as if it were this report's; what was read is not. */
	private byte[] fixture(String name) throws IOException {
		byte[] workbook = new ClassPathResource("intake/" + name).getContentAsByteArray();
		Identity identity = this.intake.table(this.report, this.reporter).identity();
		return Workbooks.replaced(workbook, "xl/sharedStrings.xml", Map.of(">42<", ">" + identity.report() + "<",
				">WC<", ">" + identity.bureau() + "<", ">2026-ANNUAL<", ">" + identity.period() + "<"));
	}

	private byte[] download() {
		return WorkbookWriter.write(this.intake.table(this.report, this.reporter));
	}

	private byte[] edited(Consumer<XSSFWorkbook> change) {
		return Workbooks.changed(download(), change);
	}

	private Proposal propose(byte[] workbook) {
		return this.intake.propose(this.report, this.reporter, Workbooks.file(this.folder, workbook));
	}

	private void write(String field, String text) {
		this.province.write(this.report, this.reporter, field, text);
	}

	private Report own() {
		return this.reports.own(this.report, this.reporter);
	}

	private MetricValue value(String code) {
		Report report = own();
		return report.value(this.reckoning.vocabulary(report).catalogue().find(code).orElseThrow().getId())
			.orElseThrow();
	}

}
