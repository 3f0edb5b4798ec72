// A hospital's site of so many pages, and what people search for on it with the page that they
// want. The same bytes on each run.
//
//	node generate.mjs FOLDER PAGES
//
// FOLDER/site is what cchc builds; FOLDER/queries.json [{query, sort, url}].
import { mkdirSync, writeFileSync } from "node:fs";
import * as w from "./words.mjs";

const [root, count] = [process.argv[2], Number(process.argv[3])];
let seed = 42;

function below(n) {
	seed = Math.imul(seed ^ seed >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0;
	let z = Math.imul(seed ^ seed >>> 13, 0x297a2d39);
	z ^= z >>> 16;
	return (z >>> 0) % n;
}

const pick = (list) => list[below(list.length)];
const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D");
const slug = (s) => fold(s).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80).replace(/-$/, "");
const capital = (s) => s[0].toUpperCase() + s.slice(1);
const write = (path, text) => writeFileSync(`${root}/site/${path}`, text);
const pages = { "thu-tuc": [], "van-ban": [], "tin-tuc": [] };

for (const folder of ["thu-tuc", "van-ban", "tin-tuc", "don-vi", "lien-he"])
	mkdirSync(`${root}/site/content/${folder}`, { recursive: true });

write("site.yaml", `ten_chuyen_trang: "Cải cách hành chính"
mo_ta: "Chuyên trang để đo tìm kiếm."
ten_mien: "https://bv.example.vn"
duong_dan_goc: "/cchc/"
don_vi:
  ten: "Bệnh viện Minh Họa"
chuyen_muc:
${[["thu-tuc", "Thủ tục", "thu-tuc"], ["van-ban", "Văn bản", "van-ban"], ["tin-tuc", "Tin tức", "tin-bai"], ["don-vi", "Khoa, phòng", "don-vi"],
	["lien-he", "Liên hệ", "lien-he"]].map(([code, name, kind]) =>
	`  - ma: "${code}"\n    ten: "${name}"\n    loai: "${kind}"\n    thu_muc: "${code}"\n    duong_dan: "${code}"\n`).join("")}`);
write("content/don-vi/phong-hanh-chinh.yaml", 'ma: "phong-hanh-chinh"\nloai: "don-vi"\nkieu_don_vi: "phong"\nten: "Phòng Hành chính"\n');
write("content/lien-he/quay.yaml", `ma: "quay"
loai: "lien-he"
kieu: "mot-cua"
ten: "Quầy một cửa"
dia_chi:
  phuong_xa: "Phường Minh Họa"
  tinh_thanh: "Tỉnh Minh Họa"
gio_lam_viec:
  - thu: [2, 3, 4, 5, 6]
    tu: "07:30"
    den: "16:30"
rieng_tu: false
ngay_ra_soat: 2026-01-05
ra_soat_truoc: 2026-12-31
don_vi: "phong-hanh-chinh"
`);

const common = `don_vi: "phong-hanh-chinh"
linh_vuc: "tthc"
trang_thai: "da-duyet"
nguoi_duyet: "Nguyễn Văn Mẫu"
`;

function sentence() {
	const about = [pick(w.topics), pick(w.papers), pick(w.subjects)][below(3)];
	const forms = [
		() => `${pick(w.who)} ${pick(w.does)} ${pick(w.where)}.`,
		() => `Với việc ${about}, ${pick(w.who).toLowerCase()} cần ${pick(w.does)}.`,
		() => `Theo ${pick(w.units)}, ${pick(w.results).replace("%d", 2 + below(97)).replace("%e", 2 + below(97))}.`,
		() => `${capital(pick(w.units))} phối hợp với ${pick(w.units)} về ${about} ${pick(w.where)}.`,
		() => `Mã số ${100 + below(900)}, ngày ${1 + below(28)}/${1 + below(12)}/20${16 + below(11)}: ${about}.`,
	];

	return pick(forms)();
}

const paragraph = (n) => Array.from({ length: n }, sentence).join(" ");

function body() {
	let text = paragraph(4);

	for (let i = 0; i < 3; i++)
		text += `\n\n## ${w.headings[(i * 2 + below(2)) % w.headings.length]}\n\n${paragraph(5)}\n\n- ${sentence()}\n- ${sentence()}\n\n${paragraph(4)}`;
	return text;
}

function procedures(n) {
	for (let i = 0; i < n; i++) {
		const k = i * 7 % (w.papers.length * w.cases.length), verb = w.verbs[Math.floor(i / 520) * 3 % w.verbs.length];
		const paper = w.papers[k % w.papers.length], of = w.cases[Math.floor(k / w.papers.length)];
		const title = `${verb} ${paper} ${of}`, code = `${slug(title)}-${i}`;

		write(`content/thu-tuc/${code}.yaml`, `ma: "${code}"
loai: "thu-tuc"
loai_thu_tuc: "quy-trinh-don-vi"
ten: "${title}"
tom_tat: "${capital(paper)} ${of}: ${pick(w.does)}, ${pick(w.results).replace("%d", 2 + below(97)).replace("%e", 2 + below(97))}."
linh_vuc_tthc: "Khám bệnh, chữa bệnh"
trang_thai_tthc: "dang-ap-dung"
dvc: "khong"
hieu_luc_tu: 2026-01-05
ngay_dang: 2026-01-05
${common}trinh_tu:
  - buoc:
      - ten: "${capital(pick(w.does))}"
        ai_lam: "nguoi-dan"
        noi_dung: "${paragraph(4)}"
      - ten: "${capital(pick(w.does))}"
        ai_lam: "don-vi"
        noi_dung: "${paragraph(4)}"
cach_thuc:
  - kenh: "truc-tiep"
    thoi_han:
      don_vi: "ngay-trong-buoi"
thanh_phan_ho_so:
  - giay_to:
      - ten: "${capital(pick(w.papers))}"
        ban_chinh: 1
        ban_sao: 0
so_bo_ho_so: 1
thoi_han_giai_quyet: "Trong buổi làm việc"
doi_tuong_thuc_hien: "ca-nhan-viet-nam"
co_quan_thuc_hien: "phong-hanh-chinh"
noi_tiep_nhan: "quay"
ket_qua:
  - ten: "${capital(paper)}"
    hinh_thuc: "giay"
phi_le_phi: "khong-thu"
yeu_cau_dieu_kien: "khong"
can_cu_phap_ly: "${pages["van-ban"][i % pages["van-ban"].length].code}"
`);
		pages["thu-tuc"].push({ title, url: `thu-tuc/${code}/`, words: `${paper} ${of}` });
	}
}

function documents(n) {
	for (let i = 0; i < n; i++) {
		const [symbol, issuer, type, name] = w.issuers[i % 5], number = 1 + (i * 37 + 11) % 2999, year = 2010 + i % 16;
		const dated = symbol === "NĐ-CP" || symbol === "TT-BYT", full = `${number}${dated ? `/${year}` : ""}/${symbol}`;
		const code = `${slug(full)}-${i}`, subject = `${pick(w.subjects)} ${pick(["tại", "của", "trong"])} ${pick(w.units)}`;

		write(`content/van-ban/${code}.yaml`, `ma: "${code}"
loai: "van-ban"
ten_loai: "${type}"
so_ky_hieu: "${full}"
ngay_ban_hanh: ${year}-0${1 + i % 9}-1${i % 10}
co_quan_ban_hanh: "${issuer}"
cap: "${symbol === "NĐ-CP" ? "trung-uong" : symbol.endsWith("BYT") ? "bo-nganh" : symbol.endsWith("SYT") ? "so" : "tinh"}"
trich_yeu: "${subject}"
ngay_hieu_luc: ${year}-0${1 + i % 9}-1${i % 10}
trang_thai_ban_hanh: "da-ban-hanh"
ngay_dang: 2026-01-06
${common}`);
		pages["van-ban"].push({ title: `${name} số ${full}`, code, url: `van-ban/${code}/`, number: full, part: full.split("/").slice(0, dated ? 2 : 1).join("/"), name, words: full, dated });
	}
}

function articles(n) {
	for (let i = 0; i < n; i++) {
		const k = i * 11 % (w.events.length * w.topics.length * w.units.length);
		const event = w.events[k % w.events.length], topic = w.topics[Math.floor(k / w.events.length) % w.topics.length];
		const unit = w.units[Math.floor(k / w.events.length / w.topics.length)], year = 2017 + i % 9, month = `0${1 + i % 9}`;
		const title = `${event} ${topic} tại ${unit}`, code = `${slug(title)}-${i}`;

		write(`content/tin-tuc/${code}.md`, `---
ma: "${code}"
loai: "tin-bai"
tieu_de: "${title}"
tom_tat: "${capital(unit)} và việc ${topic}: ${pick(w.does)}, ${pick(w.results).replace("%d", 2 + below(97)).replace("%e", 2 + below(97))}."
the_loai: "tin"
ngay_dang: ${year}-${month}-1${i % 10}
tu_khoa:
  - "${topic}"
ghi_cong:
  - don_vi: "phong-hanh-chinh"
    vai_tro: "viet"
${common}---

${body()}
`);
		pages["tin-tuc"].push({ title, url: `tin-tuc/${year}/${month}/${code}/`, words: `${event} ${topic} ${unit}` });
	}
}

const marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
/* Each second tone is another one. */
const wrong = (s) => s.split(" ").map((word, i) => i % 2 ? word
	: word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/, (m) => marks[marks.indexOf(m) % 5 + 1]).normalize("NFC")).join(" ");
const keys = { "\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j", "\u0302": "^", "\u0306": "w", "\u031b": "w" };
/* "giấy" as giaays: the keys of Telex where nothing turned them into marks. */
const telex = (s) => s.replace(/đ/g, "dd").split(" ").map((word) => {
	const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize("NFD"))?.[0];

	return word.normalize("NFD").replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").replace(/(.)\u0302/g, "$1$1").replace(/[\u0306\u031b]/g, "w") + (tone ? keys[tone] : "");
}).join(" ");
/* Two letters of the longest word have changed places. */
const mistyped = (s) => {
	const words = s.split(" "), long = words.reduce((a, b) => b.length > a.length ? b : a);

	words[words.indexOf(long)] = long.slice(0, -2) + long[long.length - 1] + long[long.length - 2];
	return words.join(" ");
};
const lower = (s) => s.toLowerCase();

/* In turns: with marks, without, with wrong ones, in capitals. */
const manners = [["có dấu", lower], ["không dấu", (s) => lower(fold(s))], ["sai dấu", (s) => wrong(lower(s))], ["không dấu", (s) => fold(s).toUpperCase()]];

function queries() {
	const list = [];

	for (const [sort, n] of [["thu-tuc", 28], ["tin-tuc", 28]])
		for (let i = 0; i < n; i++) {
			const page = pages[sort][Math.floor((i + 0.5) * pages[sort].length / n)], [manner, say] = manners[i % 4];

			list.push({ query: say(page.words), sort: manner, url: page.url });
		}
	const dated = pages["van-ban"].filter((p) => p.dated);
	for (let i = 0; i < 16; i++) {
		const page = dated[Math.floor((i + 0.5) * dated.length / 16)];
		const forms = [page.number, page.part, lower(fold(`${page.name} ${page.part}`)), lower(fold(page.number))];

		list.push({ query: forms[i % 4], sort: "số hiệu", url: page.url });
	}
	for (let i = 0; i < 24; i++) {
		const page = pages["thu-tuc"][Math.floor((i + 0.25) * pages["thu-tuc"].length / 24)];

		list.push({ query: i % 2 ? telex(lower(page.words)) : mistyped(lower(fold(page.words))), sort: i % 2 ? "+sót Telex" : "+gõ nhầm", url: page.url });
	}
	return list;
}

documents(Math.round(count * 0.2));
procedures(Math.min(Math.round(count * 0.1), 520));
articles(count - pages["van-ban"].length - pages["thu-tuc"].length - 2);
writeFileSync(`${root}/queries.json`, JSON.stringify(queries(), null, "\t"));
