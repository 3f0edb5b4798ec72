// run.mjs - counts what a table says and compares: one small site for each row.
//
//	node run.mjs CCHC FOLDER TABLE.tsv...
//
// Rows are read by people first. Columns that say what there is:
//   kế hoạch   of a year (2026) when empty, or two days: 2026-02-10..2026-05-31
//   chỉ tiêu   fields of the one target: kenh=website dem=tin,bai so_luong=5 ...
//   nội dung   items, parted by "; ": tin 2026-01-05 fanpage:2026-01-06 viet:to-ctxh,khoa-nhi
//              phoi-hop:khoa-duoc trang_thai:nhap; to-huong-dan 2026-03-01 in:2026-03-01*3000;
//              tap-huan 2026-03-01; none: "–"
//   ngày tính  --today; "múi giờ" is TZ of the machine
//   kỳ         nam, quy 3, thang 2 nd-09-2019 ...
//   rồi        (after the report was frozen) items of another day: all of them, anew
// All other columns are what must come: keys of the target's row in the report as JSON,
// "đơn vị" (khoa-nhi 1+0: written + helped), tu_ngay, den_ngay, "đã chốt" (da_dat in the
// frozen record); the last column says why.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync, readFileSync, rmSync, cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rowsOf, Findings } from "../sites/table.mjs";

const [cchc, folder, ...tables] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const findings = new Findings();
const given = new Set(["trường hợp", "kế hoạch", "chỉ tiêu", "nội dung", "ngày tính", "múi giờ", "kỳ", "rồi", "vì sao"]);

const fields = (text) => Object.fromEntries(text.split(" ").map((part) => part.split("=")));
const yamlList = (key, values) => [`${key}:`, ...values.map((v) => `  - "${v}"`)].join("\n");

function put(path, text) {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function planOf(row) {
	const own = row["kế hoạch"]?.match(/^(.*)\.\.(.*)$/);
	const [from, to] = own ? own.slice(1) : ["2026-01-01", "2026-12-31"];
	const target = { kenh: "website", dem: "tin", cach_dem: "ca-ky", thuc_hien: "to-ctxh", ...fields(row["chỉ tiêu"]) };
	const lists = new Set(["dem", "thuc_hien"]);
	const lines = Object.entries(target).map(([key, value]) =>
		lists.has(key)
			? `    ${key}:\n${value.split(",").map((v) => `      - "${v}"`).join("\n")}`
			: `    ${key}: ${/^\d+$/.test(value) ? value : `"${value}"`}`,
	);
	return `luoc_do: "ke-hoach/1"
ma: "kh"
don_vi:
  ma: "benh-vien"
  ten: "Bệnh viện"
  loai: "benh-vien"
van_ban:
  ten_loai: "ke-hoach"
  so: 1
  ky_hieu: "KH-BV"
  so_ky_hieu: "1/KH-BV"
  ngay: "${from}"
  trich_yeu: "Tuyên truyền cải cách hành chính"
ky:
  loai: "${own ? "giai-doan" : "nam"}"
  nam: ${from.slice(0, 4)}
  tu_ngay: "${from}"
  den_ngay: "${to}"
can_cu:
  - cum_tu: "Căn cứ"
    ten_loai: "ke-hoach"
    so_ky_hieu: "3/KH-SYT"
    ngay: "2025-12-30"
    co_quan: "Sở Y tế"
    trich_yeu: "cải cách hành chính"
muc_dich:
  - id: "I.1"
    van_ban: "Mục đích."
yeu_cau:
  - id: "I.2"
    van_ban: "Yêu cầu."
noi_dung:
  - id: "II.1"
    van_ban: "Nội dung."
    linh_vuc:
      - "tthc"
hinh_thuc:
  - id: "II.2"
    van_ban: "Hình thức."
    kenh:
      - "website"
to_chuc_thuc_hien:
  - id: "III.1"
    don_vi:
      - "to-ctxh"
    nhiem_vu:
      - id: "III.1.1"
        van_ban: "Việc."
        loai:
          - "dang-tin"
chi_tieu:
  - tt: "1"
    noi_dung: "Chỉ tiêu"
${lines.join("\n")}
don_vi_tham_gia:
  - ma: "to-ctxh"
    ten: "Tổ Công tác xã hội"
    vai_tro: "chu-tri"
`;
}

const channels = new Set(["fanpage", "facebook", "zalo", "hop-giao-ban"]);
const printed = new Set(["to-huong-dan", "ap-phich", "infographic", "vat-dung", "video"]);

function articleOf(code, genre, day, marks) {
	const list = (key) => (marks[key] ?? "").split(",").filter(Boolean);
	const written = list("viet").length + list("phoi-hop").length ? list("viet") : ["to-ctxh"];
	const credit = (unit, role) => `  - don_vi: "${unit}"\n    vai_tro: "${role}"\n`;
	const posts = Object.entries(marks)
		.filter(([key]) => channels.has(key))
		.flatMap(([key, days]) => days.split(",").map((on) => `  - kenh: "${key}"\n    ngay: "${on}"\n${key === "hop-giao-ban" ? "" : `    url: "https://example.vn/${code}"\n`}`));
	return `---
ma: "${code}"
loai: "tin-bai"
the_loai: "${genre}"
tieu_de: "Tin ${code}"
tom_tat: "Một tin ngắn dùng để thử quy tắc đếm, không nói điều gì khác."
ngay_dang: "${day}"
${marks.hen ? "hen_gio: true\n" : ""}linh_vuc: "tthc"
don_vi: "to-ctxh"
ghi_cong:
${written.map((u) => credit(u, "viet")).join("")}${list("phoi-hop").map((u) => credit(u, "phoi-hop")).join("")}${posts.length ? `dang_lai:\n${posts.join("")}` : ""}nguoi_duyet: "Giám đốc"
trang_thai: "${marks.trang_thai ?? "da-duyet"}"
${marks.trang_thai === "go-bo" ? 'ly_do_go: "Để thử."\n' : ""}---

Một tin để thử.
`;
}

function mediaOf(code, type, day, marks) {
	const runs = (marks.in ?? "").split(",").filter(Boolean).map((run) => run.split("*"));
	return `ma: "${code}"
loai: "media"
loai_media: "${type}"
tieu_de: "Ấn phẩm ${code}"
ngay_dang: "${day}"
url_ngoai: "https://example.vn/${code}"
chu_thich: "Ấn phẩm ${code}"
tac_gia: "Tổ"
loi_thoai: "Lời."
mo_ta_day_du: "Chữ trên ấn phẩm."
kho_in: "A5"
so_mau: "1/0"
qr: "ke-hoach/"
${runs.length ? `in_an:\n${runs.map(([on, n]) => `  - ngay: "${on}"\n    so_ban: ${n}\n`).join("")}` : ""}co_nguoi: false
tre_em: false
nguoi_benh: false
`;
}

function eventOf(code, type, day) {
	return `ma: "${code}"
loai: "su-kien"
kieu: "${type}"
tieu_de: "Sự kiện ${code}"
bat_dau: "${day}T08:00"
ket_thuc: "${day}T09:00"
hinh_thuc: "truc-tiep"
dia_diem: "Hội trường"
don_vi: "to-ctxh"
`;
}

function putItems(text) {
	for (const kind of ["tin-bai", "media", "su-kien"]) rmSync(join(folder, "content", kind), { recursive: true, force: true });
	if (text === "–") return;
	text.split("; ").forEach((item, i) => {
		const [genre, day, ...rest] = item.split(" ");
		const marks = Object.fromEntries(rest.map((m) => [m.slice(0, m.indexOf(":")), m.slice(m.indexOf(":") + 1)]));
		const code = `m${i + 1}`;
		if (printed.has(genre)) put(`content/media/${code}.yaml`, mediaOf(code, genre, day, marks));
		else if (genre === "tap-huan" || genre === "toa-dam") put(`content/su-kien/${code}.yaml`, eventOf(code, genre, day));
		else put(`content/tin-bai/${code}.md`, articleOf(code, genre, day, marks));
	});
}

function report(row, ...more) {
	const [period, second, third] = (row["kỳ"] || "nam").split(" ");
	const number = /^\d+$/.test(second ?? "") ? second : undefined;
	const window = number ? third : second;
	return execFileSync(
		cchc,
		["--root", folder, "report", "kh", "--today", row["ngày tính"], "--period", period, "--year", "2026", "--quiet"]
			.concat(number ? ["--number", number] : [], window ? ["--window", window] : [], more),
		{ encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TZ: row["múi giờ"] || "UTC" } },
	);
}

const frozen = () => readFileSync(join(folder, "content/bao-cao", frozenName), "utf8").match(/da_dat: (\d+)/)?.[1];
let frozenName;

function check(table, row) {
	const where = `${table.split("/").pop()}: ${row["trường hợp"]}`;
	rmSync(folder, { recursive: true, force: true });
	cpSync(join(here, "site"), folder, { recursive: true });
	put("content/ke-hoach/kh.yaml", planOf(row));
	putItems(row["nội dung"]);
	if (row["rồi"]) {
		frozenName = report(row, "--freeze").match(/bao-cao\/(\S+\.yaml)/)?.[1];
		putItems(row["rồi"]);
	}
	const record = JSON.parse(report(row, "--json"));
	const target = record.ket_qua_chi_tieu[0];
	const special = {
		"đơn vị": () => target.theo_don_vi.map((u) => `${u.don_vi} ${u.viet}+${u.phoi_hop}`).sort().join("; "),
		tu_ngay: () => record.ky.tu_ngay,
		den_ngay: () => record.ky.den_ngay,
		"đã chốt": frozen,
	};
	for (const [column, value] of Object.entries(row)) {
		if (given.has(column)) continue;
		const got = String((special[column] ?? (() => target[column]))() ?? "");
		findings.check(got === value, where, `${column} is "${got}", by hand "${value}"`);
	}
}

for (const table of tables) {
	const rows = rowsOf(table);
	findings.check(rows.length > 0, table, "no rows");
	for (const row of rows) {
		try {
			check(table, row);
		} catch (e) {
			findings.check(false, `${table}: ${row["trường hợp"]}`, e.stderr || e.message);
		}
	}
}
findings.end();
