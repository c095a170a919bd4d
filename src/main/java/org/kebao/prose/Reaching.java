package org.kebao.prose;

import org.kebao.script.Words;

/**
 * What raises or lowers something to a level, as in 由290件增加到400件. The one list of such
 * words: who reads a figure and who holds it against the table must mean the same.
 */
public final class Reaching {

	/** The words themselves. */
	public static final Words TO = Words
		.of("增加到 增长到 提高到 上升到 提升到 扩大到 壮大到 发展到 下降到 减少到 降低到 拓展到 增加至 增长至 提高至 上升至 提升至 扩大至 壮大至 发展至 下降至 减少至 降低至 拓展至 降至 增至 升至 减至 降到 升到 减到 上涨到 上涨至 调减到 调减至 调增到 调增至 调整到 调整至 缩短到 缩短至 压缩到 压缩至 扩展到 扩展至 压减到 压减至 攀升至 攀升到 跃升至 跃升到 调整为 变为");

	private Reaching() {
	}

}
