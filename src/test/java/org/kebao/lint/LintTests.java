package org.kebao.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.kebao.prose.Prose;
import org.kebao.prose.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found wrong with a text, and what is let alone. A slash begins a paragraph. */
class LintTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "一是抓项目；二是抓平台；四是抓人才。|四是|“二是”之后是“四是”，缺“三是”", "一是抓项目；五是抓平台。|五是|“一是”之后是“五是”，缺“二是”至“四是”",
					"一是抓项目；四是抓平台。|四是|“一是”之后是“四是”，缺“二是”“三是”", "一是抓项目。/二是抓平台。/四是抓人才。|四是|“二是”之后是“四是”，缺“三是”",
					"一是抓项目；二是抓平台；二是抓人才。|二是|“二是”出现了两次", "一要抓项目，二要抓平台，四要抓人才。|四要|“二要”之后是“四要”，缺“三要”",
					"第一，抓项目。第二，抓平台。第四，抓人才。|第四，|“第二”之后是“第四”，缺“第三”",
					"抓好落实：（1）抓项目；（2）抓平台；（4）抓人才。|（4）|“（2）”之后是“（4）”，缺“（3）”", "抓好落实：①抓项目；②抓平台；④抓人才。|④|“②”之后是“④”，缺“③”",
					"一、成效/已完成。/二、问题/已查明。/四、打算/已拟定。|四、|“二、”之后是“四、”，缺“三、”",
					"一、成效/（一）项目/已完成。/（三）平台/已完成。/二、打算/（一）项目/已拟定。|（三）|“（一）”之后是“（三）”，缺“（二）”",
					"1.抓项目。已完成。/2.抓平台。已完成。/4.抓人才。已完成。|4.|“2.”之后是“4.”，缺“3.”",
					"一、成效/一是抓项目；二是抓平台。/二、打算/一是抓项目；三是抓平台。|三是|“一是”之后是“三是”，缺“二是”" })
	void numbersThatJump(String text, String words, String message) {
		assertThat(flaws(text)).singleElement().satisfies((flaw) -> {
			assertThat(flaw.kind()).isEqualTo(Flaw.Kind.NUMBERING);
			assertThat(flaw.span().of(given(text))).isEqualTo(words);
			assertThat(flaw.message()).isEqualTo(message);
			assertThat(flaw.mend()).isNull();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "发挥好“五个作用”：一是推动作用；二是主体作用；三是引导作用；四是支撑作用。|五个|说是五个，后面列了四个",
					"主要有三个问题：/一是投入不足。/二是人才缺乏。|三个|说是三个，后面列了二个", "做好两方面工作。一是抓项目；二是抓平台；三是抓人才。|两方面|说是两方面，后面列了三个",
					"念好“谋”“争”“转”六字诀。|六字诀|说是六字诀，前面列了三个", "念好“谋、争、借、转”五字诀。|五字诀|说是五字诀，前面列了四个",
					"开展“政策、项目、技术”四个入园。|四个|说是四个，前面列了三个", "发展生物医药、新材料、电子信息四大产业。|四大|说是四大，前面列了三个",
					"立项省级项目3个，分别为：甲公司的“种苗”、乙公司的“机床”。|3个|说是3个，后面列了二个", "获批平台两个，分别是重点实验室、工程中心、院士工作站。|两个|说是两个，后面列了三个" })
	void countsThatAreNotDelivered(String text, String words, String message) {
		assertThat(flaws(text)).singleElement().satisfies((flaw) -> {
			assertThat(flaw.kind()).isEqualTo(Flaw.Kind.COUNT);
			assertThat(flaw.span().of(given(text))).isEqualTo(words);
			assertThat(flaw.message()).isEqualTo(message);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "主要有三个方面:/一、项目/已完成。/二、平台/正在", "主要有三个问题：一是投入不足；二是人才",
			"商标申请量和注册量分别为90件和40件。其中，集体商标申请量和注册量分别为29件和24件。", "40项成果获奖，其中一等奖3项，登记成果120项。" })
	void nothingIsSaidOfWhatBreaksOffOrIsOfSeveral(String text) {
		assertThat(flaws(text)).extracting(Flaw::kind).doesNotContain(Flaw.Kind.COUNT, Flaw.Kind.SUM);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", value = { "MONTH_ON_MONTH|2025年，研发经费支出3亿元，环比增长8%。|环比|同比",
			"MONTH_ON_MONTH|上半年，技术合同成交额3亿元，环比增长8%。|环比|同比", "MONTH_ON_MONTH|全年专利授权180件，环比下降5%。|环比|同比",
			"APPROXIMATION|培训农民约300人左右。|约300人左右|约300人", "APPROXIMATION|走访近三十多家企业。|近三十多家|三十多家",
			"APPROXIMATION|服务企业超过100家以上。|超过100家以上|超过100家", "APPROXIMATION|资金大约20余万元。|大约20余万元|20余万元",
			"APPROXIMATION|培训不少于10次以上。|不少于10次以上|不少于10次", "APPROXIMATION|入库企业100多家左右。|100多家左右|100多家",
			"APPROXIMATION|占比约占30%左右。|约占30%左右|约占30%", "APPROXIMATION|面积近2万余亩。|近2万余亩|2万余亩", "NUMERAL|培育企业3千家。|3千|3000",
			"NUMERAL|发放资料5百份。|5百|500", "NUMERAL|投入1.5千万元。|1.5千|1500", "NUMERAL|新建平台3、4个。|3、4|三四",
			"NUMERAL|新建平台三、四个。|三、四|三四", "NUMERAL|对接企业20几家。|20几|二十几", "NUMERAL|对接企业10几家。|10几|十几",
			"RANGE|投资9—16亿元。|9—16亿元|9亿元—16亿元", "RANGE|占比15—30%。|15—30%|15%—30%", "RANGE|户均13～17万元。|13～17万元|13万元～17万元",
			"RANGE|培训1.5-2万人次。|1.5-2万|1.5万-2万", "PUNCTUATION|争取项目,推进转化。|,|，", "PUNCTUATION|抓项目;抓平台。|;|；",
			"PUNCTUATION|情况如下:已完成。|:|：", "PUNCTUATION|成效如何?很好。|?|？", "PUNCTUATION|企业30家,增长8%。|,|，",
			"PUNCTUATION|印发《甲办法》、《乙办法》。|、|''", "PUNCTUATION|开展“甲行动”、“乙行动”。|、|''", "PUNCTUATION|（一）、抓项目。已完成。|、|''",
			"PUNCTUATION|1、抓项目。已完成。|、|.", "PUNCTUATION|第一、抓项目。已完成。|、|，", "PUNCTUATION|印发云科发[2025]3号文件。|[2025]|〔2025〕",
			"PUNCTUATION|印发云科发【2025】12号文件。|【2025】|〔2025〕", "HOLE|新增企业xx家。|xx家|null", "HOLE|xxxx年已完成。|xxxx年|null",
			"HOLE|到位注册资本金.亿元。|.亿元|null", "SUM|争取项目62项，其中：国家级14项、省级49项。|62项|null",
			"SUM|争取资金1242万元，其中：国家级755万元、省级887万元。|1242万元|null", "SUM|立项30项，分别为国家级14项、省级15项。|30项|null",
			"SUM|新增企业20家，其中规上企业25家。|20家|null", "TWO_VALUES|全年新认定高新技术企业12家。/全年新认定高新技术企业15家。|15家|null",
			"FORECAST|全年专利申请量400件。/预计全年专利申请量400件。|400件|null", "FORECAST|全年专利申请量400件；预计全年专利申请量400件。|400件|null",
			"FORECAST|全年检查62项；预计全年检查62项。|62项|null", "SUM|争取项目62项，其中国家级14项，省级149项。|62项|null",
			"SUM|项目预算96万元，其中：办公费41万元、会议费12万元、其他支出34万元。|96万元|null",
			"TWO_VALUES|2024年，高新技术产业产值占工业总产值的62%。/2024年，高新技术产业产值占工业总产值的38%。|38%|null",
			"SUM|选派顾问87人，其中院所人员5人，站所人员7人，农学等其他专业人员75人，企业人员5人，在读学生3人。|87人|null",
			"HOLE|成交额3亿元，比2020年增长%。|比2020年增长%|null" })
	void whatIsWrittenOrClaimedWrongly(Flaw.Kind kind, String text, String words, @Nullable String mend) {
		assertThat(flaws(text)).singleElement().satisfies((flaw) -> {
			assertThat(flaw.kind()).isEqualTo(kind);
			assertThat(flaw.span().of(given(text))).isEqualTo(words);
			assertThat(flaw.mend()).isEqualTo(mend);
		});
	}

	@Test
	void bothBracketsOfAPairAreMended() {
		assertThat(flaws("出台办法(试行)。")).extracting(Flaw::mend).containsExactly("（", "）");
	}

	@Test
	void theListOfForecastsIsOneFlaw() {
		String text = "全年专利申请量400件、授权量180件。/预计全年专利申请量400件、授权量180件。";
		assertThat(flaws(text)).singleElement()
			.satisfies((flaw) -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.FORECAST))
			.satisfies((flaw) -> assertThat(flaw.span().of(given(text))).isEqualTo("400件、授权量180件"));
	}

	@Test
	void aSumNamesWhatTheListComesTo() {
		assertThat(flaws("争取项目62项，其中：国家级14项、省级49项。")).singleElement()
			.extracting(Flaw::message)
			.isEqualTo("国家级14项、省级49项合计63项，与62项不符");
	}

	@Test
	void theTitleSaysOfWhichTimeAReportIs() {
		String body = "/研发经费支出3亿元，环比增长8%。/其余工作正常推进。";
		assertThat(flaws("某县科技局2025年度工作总结" + body)).extracting(Flaw::kind).containsExactly(Flaw.Kind.MONTH_ON_MONTH);
		assertThat(flaws("某县科技局6月工作小结" + body)).isEmpty();
		assertThat(flaws("某县科技局工作小结" + body)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "一是抓项目；二是抓平台；三是抓人才。", "一是抓项目。/二是抓平台。/三是抓人才。",
			"一是抓项目。重点做到：一是早谋划；二是早申报；三是早落地。/二是抓平台。/三是抓人才。", "一、成效/一是抓项目；二是抓平台。/二、打算/一是抓项目；二是抓平台。",
			"一、成效/（一）项目/已完成。/（二）平台/已完成。/二、打算/（一）项目/已拟定。", "一、成效/1.项目/已完成。/2.平台/已完成。/二、打算/3.项目/已拟定。",
			"上半年工作总结/一、成效/已完成。/二、问题/已查明。/下半年工作计划/一、目标/已拟定。/二、措施/已拟定。", "统一是前提，三是基础。",
			"一是抓项目。/二是抓平台，做好两个方面：一是早谋划；二是快落地。/三是抓人才。/四是抓培训。", "一、成效/1.项目/已完成。/2.平台/已完成。/二、打算/4.项目/已拟定。",
			"（三）抓项目。已完成。/（四）抓平台。已完成。", "一、成效/获奖情况：一、二等奖各1项。/二、问题/均已解决：三、四类问题。/三、打算/已拟定。",
			"1.抓项目。完成三件事：（1）申报；（2）立项；（3）验收。/2.抓平台。完成两件事：（1）新建；（2）提升。" })
	void numbersThatFollow(String text) {
		assertThat(flaws(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "发挥好“三个作用”：一是推动作用；二是主体作用；三是引导作用。", "主要有两个问题：/一是投入不足。/二是人才缺乏。", "念好“谋”“争”“转”三字诀。",
			"念好“稳准快”三字诀。", "开展“政策、项目、技术”三个入园。", "发展生物医药、新材料、电子信息三大产业。", "发展生物医药、新材料、电子信息等五大产业。",
			"立项省级项目2个，分别为：甲公司的“种苗、栽培”、乙公司的“机床”。", "完成3项工作，一是申报，二是立项。", "发展食品、纺织、机械三大产业、五大园区。", "三县分别为3项、2项、1项。",
			"全市五个县区完成任务。", "省、市、县三级联动。", "立项5项，分别为国家级2项、省级3项。" })
	void countsThatAreDelivered(String text) {
		assertThat(flaws(text)).isEmpty();
	}

	/** Written anew one by one they would make another number: 5000200户, 5至6000户. */
	@ParameterizedTest
	@ValueSource(strings = { "带动农户5千2百户。", "服务行政村1百5十个。", "带动农户5至6千户。", "带动农户5千—6千户。", "带动农户5千二百户。" })
	void aPartOfANumberIsNotMendedForItself(String text) {
		assertThat(flaws(text)).filteredOn((flaw) -> flaw.kind() == Flaw.Kind.NUMERAL)
			.isNotEmpty()
			.extracting(Flaw::mend)
			.containsOnlyNulls();
	}

	@ParameterizedTest
	@ValueSource(strings = { "6月，技术合同登记30项，环比增长8%。", "二季度接待860人次，环比增长18.2%。", "一季度成交额3亿元，比去年同期增长5%，环比增长2%。",
			"2025年，研发经费支出3亿元，同比增长8%。", "培训农民约300人。", "入库企业30多家。", "服务企业100家以上。", "近100家规模以上企业参加。", "超过半数企业达到省级以上标准。",
			"近年来发展较快。", "签约20家以上企业。", "每年节约100万元以上。", "走访附近3家以上企业。", "全年用工需求环比回升。", "居民人均可支配收入3万元，其中城镇4万元、农村2万元。",
			"工业产值增长12%，其中一产业增长3%、二产业增长15%。", "约3000万元用于平台建设。", "购买设备3千克。", "装机3千瓦。", "培育企业3000家。", "入围2024百强县。",
			"第3、4批已公示。", "第三、四批已公示。", "三、四季度抓项目。", "一、二、三产业融合。", "三四个企业已签约。", "二十几家企业参加。", "投资9亿元—16亿元。", "占比15%—30%。",
			"2019—2020年实施。", "1—6月完成8项。", "比例为3：4。", "资金1,242万元到位。", "会议于10:30召开。",
			"详见http://kj.example.com/a?b=1;c=2。", "全社会R&D经费投入8亿元。", "使用Spring Boot, PostgreSQL等软件。", "印发《甲办法》《乙办法》。",
			"印发《甲办法》（试行）、《乙办法》。", "开展“甲行动”“乙行动”。", "（一）抓项目。已完成。", "1.抓项目。已完成。", "印发云科发〔2025〕3号文件。", "弘扬企业家精神，发挥专家作用。",
			"三家企业通过国家认定。", "争取项目63项，其中：国家级14项、省级49项。", "争取项目62项，其中国家级14项。", "争取项目100项，其中国家级14项、省级49项。",
			"研发投入12.6亿元，分别为甲类4.1亿元、乙类8.4亿元。", "高新技术企业62家，其中规上企业40家、上市企业30家。", "专利授权500件，其中发明专利50件、实用新型专利400件。",
			"上半年新认定高新技术企业12家。/全年新认定高新技术企业15家。", "全市培训农民10万人次。/特派员培训农民77335人次。", "全年专利授权量12件。/乙公司加快发展，全年专利授权量15件。",
			"甲公司加快发展，全年专利授权量12件。/全年专利授权量15件。", "甲公司加快发展，全年专利授权量12件。/乙公司加快发展，全年专利授权量15件。", "截至6月，专利授权量12件。/全年专利授权量15件。",
			"二期工程、?水灌区开工建设。", "一个学科进入前1?。", "技术合同成交额3亿元，是上年的2倍。", "企业入库60家（去年45家）。", "产值60亿元，是去年全年的80%。",
			"办好科技节、创业赛及十大赛事。", "办好科技节、创业赛、读书会及五大赛事。", "解决“人口多、土地少，小生产、大市场，投入高、产出低”三大矛盾。", "算力规模达到10百亿亿次/秒。",
			"算力规模达到5千万亿次。", "抽检量每千人6.6批次，其中食用农产品抽检5万批次。", "财政收入6亿元，实际利用外资8000万美元，其中直接利用外资5000万美元，引进内资25亿元。",
			"造林148亩，其中荒山造林43亩，修复湿地517亩。", "一季度检查62项；预计二季度检查62项。", "高新技术企业总数62家，其中规上企业40家、上市企业30家、国有企业20家。",
			"登记甲类合同62项，成交额占全国技术合同成交总额的12%。/登记乙类合同38项，成交额占全国技术合同成交总额的20%。", "惠及企业173家。/惠及企业119家。",
			"全年专利申请量400件。/预计全年专利申请量420件。" })
	void whatIsRight(String text) {
		assertThat(flaws(text)).isEmpty();
	}

	@Test
	void nothingIsFoundInACleanReport() throws IOException {
		try (InputStream report = LintTests.class.getResourceAsStream("clean.txt")) {
			String text = new String(Objects.requireNonNull(report).readAllBytes(), StandardCharsets.UTF_8);
			Reading reading = Prose.read(text);
			assertThat(text.length()).isGreaterThan(5000);
			assertThat(reading.figures()).hasSizeGreaterThan(150);
			assertThat(Lint.flaws(reading)).isEmpty();
		}
	}

	private static List<Flaw> flaws(String text) {
		return Lint.flaws(Prose.read(given(text)));
	}

	private static String given(String text) {
		return text.contains("://") ? text : text.replace('/', '\n');
	}

}
