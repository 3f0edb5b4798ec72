// decree.mjs - is a sheet laid out as Nghị định 30/2020/NĐ-CP, Phụ lục I, has it? One line of
// the decree after the other, measured: fonts, lengths and places in the browser, as it lays
// the page out for paper; margins and page numbers in the PDF.
//
//	node decree.mjs [--table] NAME PAGE.html WORDS.html [ANNEX_PAGE]
//
// WORDS.html is what pdftotext -bbox found in the PDF; ANNEX_PAGE the page on which an annex
// begins. --table prints what was measured. Ends with "N passed, N failed".
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const args = process.argv.slice(2);
const table = args[0] === "--table" && args.shift();
const [name, html, words, annex] = args;
const point = 25.4 / 72;
let passed = 0;
let failed = 0;

const line = (rule, measured, holds) => {
	holds ? passed++ : failed++;
	if (table) console.log(`| ${rule} | ${measured} | ${holds ? "✓" : "✗"} |`);
	else if (!holds) console.log(`${name}: ${rule}: ${measured}`);
};

const within = (x, least, most) => x >= least - 0.05 && x <= most + 0.05;

// ---- the PDF ----

const pages = [...readFileSync(words, "utf8").matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(
	([, width, height, text]) => ({
		width: width * point,
		height: height * point,
		words: [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
			([, x1, y1, x2, y2, word]) => ({ x1: x1 * point, y1: y1 * point, x2: x2 * point, y2: y2 * point, word }),
		),
	}),
);

const margins = () => {
	// A letter that the font lacks comes from another one, whose box is higher.
	const body = pages.flatMap((p) => p.words.filter((w) => w.y1 > 19 && w.y2 - w.y1 < 6.5));
	const least = (key) => Math.min(...body.map((w) => w[key]));
	const most = (key) => Math.max(...body.map((w) => w[key]));
	const [left, top, right, bottom] = [least("x1"), least("y1"), 210 - most("x2"), 297 - most("y2")];

	line("khổ A4, 210 × 297 mm", pages.map((p) => `${p.width.toFixed(0)} × ${p.height.toFixed(0)}`)[0],
		pages.every((p) => Math.abs(p.width - 210) < 0.5 && Math.abs(p.height - 297) < 0.5));
	line("lề trái 30–35 mm", `${left.toFixed(1)} mm`, within(left, 29.9, 35));
	line("lề phải 15–20 mm", `${right.toFixed(1)} mm`, within(right, 14.9, 20));
	line("lề trên 20–25 mm", `${top.toFixed(1)} mm`, within(top, 19.5, 25));
	line("lề dưới 20–25 mm (dòng cuối không thấp hơn)", `${bottom.toFixed(1)} mm`, bottom >= 19.5);
};

const numbers = () => {
	const first = [1, Number(annex)];
	const expected = (i) => (annex && i >= annex ? i - annex + 1 : i);
	const found = pages.map((p) => p.words.filter((w) => w.y2 < 19));
	const shown = found.map((n) => n.map((w) => w.word).join(" ") || "–").join(", ");
	const middle = (w) => (w.x1 + w.x2) / 2;
	const right = (n, i) =>
		first.includes(i) ? !n.length : n.length === 1 && n[0].word === String(expected(i)) && Math.abs(middle(n[0]) - 112.5) < 1;

	line("số trang: không ở trang đầu, phụ lục đánh riêng", shown, found.every((n, k) => right(n, k + 1)));
	line("số trang ở giữa lề trên", found.flat().map((w) => middle(w).toFixed(1)).join(", ") || "–",
		found.flat().every((w) => Math.abs(middle(w) - 112.5) < 1 && w.y2 < 20 && w.y1 > 5));
};

// ---- the browser ----

// Runs there.
const measure = () => {
	const style = (selector, pseudo) => {
		const e = document.querySelector(selector);
		if (!e) return null;
		const s = getComputedStyle(e, pseudo);
		const box = e.getBoundingClientRect();
		const range = document.createRange();
		range.selectNodeContents(e);
		const text = Math.max(...[...range.getClientRects()].map((r) => r.width));
		return {
			size: parseFloat(s.fontSize) * 0.75, bold: Number(s.fontWeight) >= 700, italic: s.fontStyle === "italic",
			capitals: s.textTransform === "uppercase" || e.textContent.trim() === e.textContent.trim().toUpperCase(),
			align: s.textAlign, indent: parseFloat(s.textIndent) * 25.4 / 96, after: parseFloat(s.marginBottom) * 0.75,
			spacing: parseFloat(s.lineHeight) / parseFloat(s.fontSize), family: s.fontFamily, color: s.color,
			rule: parseFloat(getComputedStyle(e, "::after").width) / text, text: e.textContent.trim().replace(/\s+/g, " "),
			shown: e.innerText.trim(), x: box.x, y: box.y, middle: box.x + box.width / 2, bottom: box.bottom, right: box.right,
			number: getComputedStyle(e, "::before").content,
		};
	};
	const selectors = {
		country: ".ten-nuoc", motto: ".tieu-ngu", above: ".chu-quan", office: ".ban-hanh", number: ".so", place: ".noi-ngay",
		type: ".van-ban-in:not(.phu-luc-in) h1", subject: ".trich-yeu", basis: ".can-cu-in p", body: ".van-ban-in > p:not(.kinh-gui):not(.du-thao)",
		part: "h2", clause: "h3", last: ".van-ban-in > p:last-of-type", to: ".kinh-gui", receivers: ".ten-noi-nhan", receiver: ".noi-nhan p:nth-child(2)",
		kept: ".noi-nhan p:last-child", signer: ".chuc-vu", annex: ".phu-luc-in h2", title: ".ten-phu-luc", attached: ".kem-theo",
	};
	const all = Object.fromEntries(Object.entries(selectors).map(([key, s]) => [key, style(s)]));
	all.kept.text = "- Lưu: " + ([...document.querySelectorAll(".noi-nhan p:last-child .don-vi")].map((e) => e.textContent).join(", ") || "VT");
	all.ends = [...document.querySelectorAll(".can-cu-in p")].map((p) => getComputedStyle(p, "::after").content.replace(/"/g, ""));
	all.bases = [...document.querySelectorAll(".can-cu-in p")].map((p) => p.textContent.trim().replace(/\s+/g, " "));
	all.endMark = [...document.querySelectorAll(".van-ban-in > p")].some((p) => p.textContent.trim().endsWith("./."));
	all.points = [...document.querySelectorAll(".van-ban-in > p")].map((p) => p.textContent.trim().match(/^(.)\) /)?.[1]).filter(Boolean);
	return all;
};

const shape = (x) => `${x.size.toFixed(1)} pt${x.bold ? ", đậm" : ""}${x.italic ? ", nghiêng" : ""}${x.capitals ? ", in hoa" : ""}`;

const font = (rule, x, least, most, wanted) => {
	if (!x) return;
	const holds = within(x.size, least, most) && Object.entries(wanted).every(([key, value]) => x[key] === value);

	line(rule, shape(x), holds);
};

const ruled = (rule, x, least, most) => x && line(rule, `${(x.rule * 100).toFixed(0)}% dòng chữ`, within(x.rule, least - 0.01, most + 0.01));

const head = (m) => {
	font("Quốc hiệu: in hoa 12–13, đứng, đậm", m.country, 12, 13, { bold: true, italic: false, capitals: true });
	font("Tiêu ngữ: 13–14, đứng, đậm", m.motto, 13, 14, { bold: true, italic: false });
	line("Tiêu ngữ: gạch nối có cách chữ", m.motto.text, m.motto.text === "Độc lập - Tự do - Hạnh phúc");
	ruled("Tiêu ngữ: đường kẻ bằng độ dài dòng chữ", m.motto, 0.97, 1.03);
	font("Cơ quan chủ quản: in hoa 12–13, đứng, không đậm", m.above, 12, 13, { bold: false, italic: false, capitals: true });
	font("Cơ quan ban hành: in hoa 12–13, đứng, đậm", m.office, 12, 13, { bold: true, italic: false, capitals: true });
	ruled("Cơ quan ban hành: đường kẻ 1/3–1/2 dòng chữ", m.office, 1 / 3, 1 / 2);
	font("Số, ký hiệu: 13, đứng", m.number, 13, 13, { bold: false, italic: false });
	line("Số, ký hiệu: không có dấu cách", m.number.text, /^Số: (…|\d{2,})(\/\S+)?$/.test(m.number.text));
	font("Địa danh, thời gian: nghiêng 13–14", m.place, 13, 14, { italic: true, bold: false });
	line("ngày dưới 10, tháng 1, 2 có số 0, tháng khác không", m.place.text,
		/^(.+, )?ngày (…|0[1-9]|[12]\d|3[01]) tháng (…|0[12]|[3-9]|1[0-2]) năm (…|\d{4})$/.test(m.place.text));
	line("cơ quan bên trái, Quốc hiệu bên phải, ngang nhau", `x ${m.office.middle.toFixed(0)} < ${m.country.middle.toFixed(0)}`,
		m.office.right <= m.country.x + 1 && Math.abs((m.above ?? m.office).y - m.country.y) < 4);
	line("số dưới tên cơ quan; ngày dưới Tiêu ngữ, giữa cột", `${m.number.y.toFixed(0)} > ${m.office.bottom.toFixed(0)}`,
		m.number.y >= m.office.bottom - 1 && m.place.y >= m.motto.bottom - 1 && Math.abs(m.place.middle - m.country.middle) < 2);
};

const middle = (m) => {
	font("Tên loại: in hoa 13–14, đứng, đậm", m.type, 13, 14, { bold: true, italic: false, capitals: true, align: "center" });
	font("Trích yếu: 13–14, đứng, đậm, giữa", m.subject, 13, 14, { bold: true, italic: false, align: "center" });
	ruled("Trích yếu: đường kẻ 1/3–1/2 dòng chữ", m.subject, 1 / 3, 1 / 2);
	font("Căn cứ: nghiêng 13–14", m.basis, 13, 14, { italic: true });
	if (m.basis) {
		line("Căn cứ: mỗi dòng hết bằng “;”, dòng cuối “.”", m.ends.join(" "), m.ends.every((e, i) => e === (i + 1 < m.ends.length ? ";" : ".")));
		line("Căn cứ: số, ký hiệu, ngày tháng năm đủ chữ", m.bases[0].slice(0, 60), m.bases.every((b) => !/ \d+\/\d+\/\d{4}/.test(b)));
	}
	font("Kính gửi: 13–14, đứng", m.to, 13, 14, { italic: false, bold: false });
	font("Nội dung: 13–14, đứng, đều hai lề", m.body, 13, 14, { bold: false, italic: false, align: "justify" });
	line("dòng đầu lùi 1 hoặc 1,27 cm", `${m.body.indent.toFixed(1)} mm`, within(m.body.indent, 9.9, 12.8));
	line("giữa các đoạn ít nhất 6 pt", `${m.body.after.toFixed(1)} pt`, m.body.after >= 6);
	line("giữa các dòng từ đơn đến 1,5 lần", m.body.spacing.toFixed(2), within(m.body.spacing, 1.1, 1.73));
	line("phông Times New Roman, màu đen", `${m.body.family.split(",")[0]}, ${m.body.color}`,
		m.body.family.startsWith('"Times New Roman"') && m.body.color === "rgb(0, 0, 0)");
	font("Mục: “I.”, in hoa, đậm", m.part, 13, 14, { bold: true, capitals: true });
	if (m.clause) font("Khoản: “1.”, có tiêu đề thì đậm", m.clause, 13, 14, { bold: true, italic: false });
	if (m.points.length)
		line("Điểm: a b c d đ e … theo chữ cái tiếng Việt", m.points.join(" "), m.points.every((p) => "abcdđeghiklmnopqrstuvxy".includes(p)));
	line("kết thúc bằng “./.”", m.endMark ? "./." : "không", m.endMark);
};

const foot = (m) => {
	font("“Nơi nhận:” 12, nghiêng, đậm", m.receivers, 12, 12, { bold: true, italic: true });
	font("từng nơi nhận: 11, đứng", m.receiver, 11, 11, { bold: false, italic: false });
	line("dòng cuối: “- Lưu: VT, …”", m.kept.text, /^- Lưu: VT(, \S+)*$/.test(m.kept.text));
	font("chức vụ người ký: in hoa 13–14, đậm", m.signer, 13, 14, { bold: true, capitals: true, align: "center" });
	line("chữ ký bên phải nơi nhận", `${m.signer.middle.toFixed(0)} > ${m.receivers.x.toFixed(0)}`, m.signer.middle > m.receivers.x + 200);
};

const end = (m) => {
	if (!m.annex) return;
	font("“Phụ lục”: 14, đứng, đậm, giữa", m.annex, 14, 14, { bold: true, italic: false, align: "center" });
	font("tên phụ lục: in hoa 13–14, đậm", m.title, 13, 14, { bold: true, capitals: true });
	font("“(Kèm theo …)”: nghiêng 13–14, giữa", m.attached, 13, 14, { italic: true, bold: false, align: "center" });
	line("“(Kèm theo Kế hoạch số … ngày … của …)”", m.attached.text, /^\(Kèm theo Kế hoạch số \S+ ngày .+ của .+\)$/.test(m.attached.text));
};

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 624, height: 900 } }); // 165 mm
await page.emulateMedia({ media: "print" });
await page.goto(`file://${html}`);
const m = await page.evaluate(measure);
await browser.close();
margins();
numbers();
head(m);
middle(m);
foot(m);
end(m);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
