package org.kebao.intake;

/**
 * An uploaded file is not taken at all. The message is for the person, in Chinese, and
 * says what to do instead.
 */
class UnreadableException extends RuntimeException {

	UnreadableException(String message) {
		super(message);
	}

	static UnreadableException damaged() {
		return new UnreadableException("文件已损坏，或者不是规范的 .xlsx 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传");
	}

}
