// units.mjs FOLDER N - names N units in site.yaml and puts the copies of their feeds into
// .cchc/nguon/, as `cchc fetch` would.
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dir, count] = process.argv.slice(2);
const many = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const states = ["dat", "dang-thuc-hien", "cham", "qua-han", "chua-ro"];
const day = (i) => `2026-${String((i % 10) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}`;

const feed = (code, origin, u) => ({
	luoc_do: "cchc-nguon/1",
	don_vi: { ma: code, ten: `Trung tâm Y tế khu vực ${u}`, ten_mien: origin, trang: `${origin}/cchc/` },
	cap_nhat: "2026-11-21",
	ke_hoach: many(4, (p) => ({
		ma: `kh-${p}`, ten: `Kế hoạch tuyên truyền cải cách hành chính số ${p}`, so_ky_hieu: `${p}/KH-TTYT`,
		url: `${origin}/cchc/ke-hoach/kh-${p}/`, tien_do: `${origin}/cchc/ke-hoach/kh-${p}/tien-do/`,
		tu_ngay: "2026-01-01", den_ngay: "2026-12-31", so_don_vi: 12, so_don_vi_da_co: u % 13,
		chi_tieu: many(40, (t) => ({
			tt: `${t}.1`, noi_dung: `Đăng tin, bài về cải cách hành chính trên kênh thứ ${t}`, kenh: "website",
			don_vi_tinh: "tin, bài", cach_dem: "moi-ky", chu_ky: "hang-thang", han: "2026-12-31", phai_dat: 20,
			da_dat: (u + t) % 30, ca_ky: 24, loai_phai_dat: null, loai_da_dat: null, loai_ca_ky: null,
			tinh_trang: states[(u + t) % states.length],
		})),
		han_bao_cao: many(4, (r) => ({ noi_dung: `Báo cáo quý ${r + 1}`, noi_nhan: "Sở Y tế", han: day(r * 3), tinh_trang: "qua-han", da_gui: null })),
	})),
	tin_bai: many(20, (i) => ({ tieu_de: `Tin số ${i} của đơn vị ${u}`, url: `${origin}/cchc/tin/${i}/`, ngay_dang: day(u + i) })),
	thu_tuc: many(120, (i) => ({ ma: `thu-tuc-${i}`, ma_tthc: null, ten: `Thủ tục khám bệnh, chữa bệnh số ${i}`, url: `${origin}/cchc/thu-tuc/${i}/`, tinh_trang: "dang-ap-dung", phien_ban: "2026-06-01.addcb1e8" })),
	bao_cao: many(24, (i) => ({ ma: `bc-${i}`, tieu_de: `Báo cáo số ${i}`, url: `${origin}/cchc/bao-cao/${i}/`, ky: { loai: "quy", nam: 2026, quy: (i % 4) + 1 }, ngay_dang: day(i) })),
	dem: { tin_bai: 800, thu_tuc: 120 },
});

let yaml = "don_vi_truc_thuoc:\n";
mkdirSync(join(dir, ".cchc/nguon"), { recursive: true });
for (let u = 1; u <= Number(count); u++) {
	const code = `don-vi-${u}`;
	const origin = `https://don-vi-${u}.example.vn`;
	yaml += `  - ma: "${code}"\n    ten: "Trung tâm Y tế khu vực ${u}"\n    nguon: "${origin}/cchc/cchc.json"\n    ky_bao_cao: "quy"\n`;
	writeFileSync(join(dir, `.cchc/nguon/${code}.json`), JSON.stringify(feed(code, origin, u), null, 2));
}
appendFileSync(join(dir, "site.yaml"), yaml);
