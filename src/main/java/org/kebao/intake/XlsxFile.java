package org.kebao.intake;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

import org.kebao.script.Legible;

/**
 * An uploaded workbook, opened without trust. Every part is streamed, and no part is read
 * beyond its limit, whatever it claims to be: POI's own reader would take some parts into
 * memory as trees before it is asked for a sheet, so that only its parser, its formats
 * and its knowledge of file types are used here.
 */
final class XlsxFile implements Closeable {

	private static final int LONGEST_PART = 8 << 20;

	private static final int LONGEST_FILE = 64 << 20;

	private static final int MOST_SHEETS = 100;

	/** More than any field of a report takes. */
	static final int LONGEST_TEXT = 2_000;

	/** How the format keeps a sign that XML cannot hold. */
	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private final ZipFile zip;

	private final List<Sheet> sheets = new ArrayList<>();

	private final List<NumberFormat> formats = new ArrayList<>();

	private final List<String> strings = new ArrayList<>();

	private boolean since1904;

	/** How many bytes may still be unpacked, from all parts together. */
	private int left = LONGEST_FILE;

	private XlsxFile(ZipFile zip) {
		this.zip = zip;
	}

	/**
	 * A sheet by its name, and the part it is kept in.
	 */
	record Sheet(String name, boolean hidden, String part) {
	}

	/**
	 * Opens a file.
	 * @throws UnreadableException where it is no workbook to read from
	 */
	static XlsxFile open(Path file) {
		requireWorkbook(file);
		XlsxFile opened = null;
		try {
			opened = new XlsxFile(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
			opened.readFrame();
			return opened;
		}
		catch (IOException ex) {
			close(opened);
			throw UnreadableException.damaged();
		}
		catch (UnreadableException ex) {
			close(opened);
			throw ex;
		}
	}

	private static void close(@Nullable XlsxFile opened) {
		try {
			if (opened != null) {
				opened.close();
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void requireWorkbook(Path file) {
		try {
			if (Files.size(file) == 0) {
				throw new UnreadableException("文件是空的，请重新选择");
			}
			FileMagic magic = FileMagic.valueOf(file.toFile());
			if (magic == FileMagic.OLE2) {
				throw new UnreadableException(isEncrypted(file) ? "工作簿加了打开密码，无法读取。请去掉密码，另存后再上传"
						: "这是旧版 .xls 文件。请用 Excel 或 WPS 另存为 .xlsx 后再上传");
			}
			if (magic != FileMagic.OOXML) {
				throw new UnreadableException("这不是 Excel 工作簿（.xlsx）。请先下载表格，把数填进去，再上传那个文件");
			}
		}
		catch (IOException ex) {
			throw UnreadableException.damaged();
		}
	}

	private static boolean isEncrypted(Path file) {
		try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
			return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
		}
		catch (IOException | RuntimeException ex) {
			// whatever it is, it is not a workbook that could be opened
			return false;
		}
	}

	private void readFrame() {
		if (this.zip.getEntry("_rels/.rels") == null) {
			throw new UnreadableException("这是压缩包，不是 Excel 工作簿。请上传下载的那个 .xlsx 文件");
		}
		String workbook = relations("").values()
			.stream()
			.filter((relation) -> relation.is("officeDocument"))
			.findFirst()
			.orElseThrow(UnreadableException::damaged)
			.target();
		if (workbook.endsWith(".bin")) {
			throw new UnreadableException("这是 .xlsb 文件。请用 Excel 或 WPS 另存为 .xlsx 后再上传");
		}
		if (this.zip.stream().anyMatch((entry) -> entry.getName().endsWith("vbaProject.bin"))) {
			throw new UnreadableException("工作簿带有宏，不能上传。请另存为不带宏的 .xlsx 后再上传");
		}
		Map<String, Relation> relations = relations(workbook);
		parse(workbook, LONGEST_PART, new WorkbookHandler(relations));
		for (Relation relation : relations.values()) {
			if (relation.is("styles")) {
				parse(relation.target(), LONGEST_PART, new StylesHandler());
			}
			if (relation.is("sharedStrings")) {
				parse(relation.target(), LONGEST_PART, new StringsHandler());
			}
		}
	}

	List<Sheet> sheets() {
		return this.sheets;
	}

	/** Whether days are counted from 1904 on, as old Macs did. */
	boolean isSince1904() {
		return this.since1904;
	}

	NumberFormat format(int style) {
		return (style >= 0 && style < this.formats.size()) ? this.formats.get(style) : NumberFormat.PLAIN;
	}

	/** A stored text as it is read. */
	static String text(String stored) {
		return Legible.text(ESCAPED.matcher(stored)
			.replaceAll((sign) -> Matcher
				.quoteReplacement(Character.toString((char) Integer.parseInt(sign.group(1), 16)))));
	}

	String string(int index) {
		if (index < 0 || index >= this.strings.size()) {
			throw UnreadableException.damaged();
		}
		return this.strings.get(index);
	}

	void read(Sheet sheet, DefaultHandler handler) {
		parse(sheet.part(), LONGEST_FILE, handler);
	}

	private void parse(String part, int limit, DefaultHandler handler) {
		ZipEntry entry = this.zip.getEntry(part);
		if (entry == null) {
			throw UnreadableException.damaged();
		}
		try (InputStream stream = new Limited(this.zip.getInputStream(entry), limit)) {
			XMLReader reader = XMLHelper.newXMLReader();
			reader.setContentHandler(handler);
			reader.setErrorHandler(handler);
			reader.parse(new InputSource(stream));
		}
		catch (SheetHandler.EnoughException ex) {
			// the rest is of no interest
		}
		catch (IOException | SAXException | ParserConfigurationException | IllegalArgumentException
				| IndexOutOfBoundsException ex) {
			throw UnreadableException.damaged();
		}
	}

	/** What a part points at, by the id it does so with. */
	private Map<String, Relation> relations(String part) {
		int slash = part.lastIndexOf('/') + 1;
		Map<String, Relation> relations = new HashMap<>();
		parse(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels", LONGEST_PART,
				new DefaultHandler() {
					@Override
					public void startElement(String uri, String name, String prefixed, Attributes attributes) {
						if (name.equals("Relationship") && !"External".equals(attributes.getValue("TargetMode"))) {
							relations.put(required(attributes, "Id"), new Relation(required(attributes, "Type"),
									resolve(part, required(attributes, "Target"))));
						}
					}
				});
		return relations;
	}

	private static String resolve(String part, String target) {
		return Optional.ofNullable(URI.create("/" + part).resolve(target).getPath())
			.filter((path) -> path.startsWith("/"))
			.orElseThrow(UnreadableException::damaged)
			.substring(1);
	}

	static String required(Attributes attributes, String name) {
		return Optional.ofNullable(attributes.getValue(name)).orElseThrow(UnreadableException::damaged);
	}

	static boolean isTrue(@Nullable String value) {
		return "1".equals(value) || "true".equals(value);
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	/**
	 * The two dialects of the format differ in all of a type but its last word.
	 */
	private record Relation(String type, String target) {

		boolean is(String kind) {
			return this.type.endsWith("/" + kind);
		}

	}

	private final class WorkbookHandler extends DefaultHandler {

		private final Map<String, Relation> relations;

		private boolean begun;

		WorkbookHandler(Map<String, Relation> relations) {
			this.relations = relations;
		}

		@Override
		public void startElement(String uri, String name, String prefixed, Attributes attributes) {
			if (!this.begun && !name.equals("workbook")) {
				throw new UnreadableException("这不是 Excel 工作簿。请上传下载的那个 .xlsx 文件");
			}
			this.begun = true;
			if (name.equals("workbookPr")) {
				XlsxFile.this.since1904 = isTrue(attributes.getValue("date1904"));
			}
			if (name.equals("sheet")) {
				add(attributes);
			}
		}

		private void add(Attributes attributes) {
			if (XlsxFile.this.sheets.size() == MOST_SHEETS) {
				throw new UnreadableException("工作簿里的工作表超过 %d 张，请只留下载的那些".formatted(MOST_SHEETS));
			}
			for (int i = 0; i < attributes.getLength(); i++) {
				Relation relation = this.relations.get(attributes.getValue(i));
				if (attributes.getLocalName(i).equals("id") && relation != null && relation.is("worksheet")) {
					String state = attributes.getValue("state");
					XlsxFile.this.sheets.add(new Sheet(text(required(attributes, "name")),
							state != null && !state.equals("visible"), relation.target()));
				}
			}
		}

	}

	private final class StylesHandler extends DefaultHandler {

		private final Map<Integer, String> codes = new HashMap<>();

		private final Map<Integer, NumberFormat> formats = new HashMap<>();

		private boolean inside;

		@Override
		public void startElement(String uri, String name, String prefixed, Attributes attributes) {
			switch (name) {
				case "numFmt" -> this.codes.put(Integer.valueOf(required(attributes, "numFmtId")),
						required(attributes, "formatCode"));
				case "cellXfs" -> this.inside = true;
				case "xf" -> {
					if (this.inside) {
						String id = Optional.ofNullable(attributes.getValue("numFmtId")).orElse("0");
						XlsxFile.this.formats.add(format(Integer.parseInt(id)));
					}
				}
				default -> {
				}
			}
		}

		@Override
		public void endElement(String uri, String name, String prefixed) {
			if (name.equals("cellXfs")) {
				this.inside = false;
			}
		}

		/** Many styles have one format. */
		private NumberFormat format(int id) {
			return this.formats.computeIfAbsent(id, (any) -> NumberFormat.of(id,
					this.codes.getOrDefault(id, Optional.ofNullable(BuiltinFormats.getBuiltinFormat(id)).orElse(""))));
		}

	}

	private final class StringsHandler extends DefaultHandler {

		private final StringBuilder text = new StringBuilder();

		private boolean inText;

		private boolean inPronunciation;

		@Override
		public void startElement(String uri, String name, String prefixed, Attributes attributes) {
			switch (name) {
				case "si" -> this.text.setLength(0);
				case "t" -> this.inText = true;
				case "rPh" -> this.inPronunciation = true;
				default -> {
				}
			}
		}

		@Override
		public void characters(char[] characters, int start, int length) {
			if (this.inText && !this.inPronunciation) {
				this.text.append(characters, start, Math.min(length, LONGEST_TEXT - this.text.length()));
			}
		}

		@Override
		public void endElement(String uri, String name, String prefixed) {
			switch (name) {
				case "si" -> XlsxFile.this.strings.add(this.text.isEmpty() ? "" : text(this.text.toString()));
				case "t" -> this.inText = false;
				case "rPh" -> this.inPronunciation = false;
				default -> {
				}
			}
		}

	}

	/** Ends with a refusal where a part, or all of them, go on for too long. */
	private final class Limited extends FilterInputStream {

		private int limit;

		Limited(InputStream stream, int limit) {
			super(stream);
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = super.read(bytes, offset, length);
			this.limit -= Math.max(count, 0);
			XlsxFile.this.left -= Math.max(count, 0);
			if (Math.min(this.limit, XlsxFile.this.left) < 0) {
				throw new UnreadableException("工作簿里的内容太多，无法读取。请重新下载表格，只填数字，不要加别的内容");
			}
			return count;
		}

	}

}
