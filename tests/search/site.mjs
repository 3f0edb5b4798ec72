// A small hospital's site, of pages that people are known to search for and of others that
// hold the same words.
//
//	node tests/search/site.mjs FOLDER
import { mkdirSync, writeFileSync } from "node:fs";

const root = process.argv[2];

const procedures = [
	["cap-giay-chung-sinh", "Cấp giấy chứng sinh đối với trẻ sinh ra tại cơ sở khám bệnh, chữa bệnh",
		["làm giấy chứng sinh", "giấy báo sinh"], "Cha mẹ nhận giấy chứng sinh của con trước khi ra viện, không mất tiền."],
	["tom-tat-benh-an", "Cấp bản tóm tắt hồ sơ bệnh án, bản sao hồ sơ bệnh án",
		["xin sao bệnh án", "tóm tắt bệnh án"], "Người bệnh, người thừa kế xin bản tóm tắt hoặc bản sao để làm bảo hiểm, đi khám nơi khác."],
	["dang-ky-kham-can-cuoc", "Đăng ký khám bệnh bằng thẻ căn cước gắn chíp hoặc VNeID",
		["lấy số khám bệnh"], "Quét thẻ căn cước hoặc mã trên VNeID là lấy được số, không cần thẻ giấy."],
	["vien-phi-qr", "Thanh toán viện phí không dùng tiền mặt qua mã QR",
		["quét mã trả tiền", "chuyển khoản viện phí"], "Mở ứng dụng ngân hàng, quét mã in trên phiếu thu, đợi tin báo đã nhận tiền."],
	["cap-lai-giay-ra-vien", "Cấp lại giấy ra viện", ["mất giấy ra viện"],
		"Giấy ra viện bị mất, bị hỏng hoặc ghi sai thì được cấp lại trong hai ngày làm việc."],
	["tham-nuoi", "Đăng ký thăm nuôi người bệnh", ["vào thăm bệnh"], "Giờ thăm, số người được vào và thẻ đeo khi vào khoa điều trị."],
	["chuyen-vien", "Cấp giấy chuyển cơ sở khám bệnh, chữa bệnh", ["giấy chuyển viện", "giấy chuyển tuyến"],
		"Bác sĩ điều trị lập giấy khi người bệnh cần lên tuyến trên hoặc về tuyến dưới."],
	["chung-nhan-mau", "Xác nhận thời gian nằm viện", ["giấy nằm viện"], "Giấy để nộp cho công ty, trường học hoặc bảo hiểm."],
];

const documents = [
	["1389-qd-ubnd", "quyet-dinh", "1389/QĐ-UBND", "2021-08-30", "Ủy ban nhân dân tỉnh Đồng Tháp", "tinh", "Phê duyệt Đề án cải cách hành chính"],
	["61-2018-nd-cp", "nghi-dinh", "61/2018/NĐ-CP", "2018-04-23", "Chính phủ", "trung-uong", "Về cơ chế một cửa, một cửa liên thông"],
	["118-2025-nd-cp", "nghi-dinh", "118/2025/NĐ-CP", "2025-06-09", "Chính phủ", "trung-uong", "Về thủ tục hành chính theo cơ chế một cửa"],
	["61-2020-tt-byt", "thong-tu", "61/2020/TT-BYT", "2020-12-31", "Bộ Y tế", "bo-nganh", "Quy định về mẫu giấy tờ dùng trong bệnh viện"],
	["118-qd-byt", "quyet-dinh", "118/QĐ-BYT", "2018-02-01", "Bộ Y tế", "bo-nganh", "Ban hành tài liệu hướng dẫn tiếp đón người bệnh"],
];

const pages = [
	["ke-hoach-son-tra", "Kế hoạch truyền thông công tác cải cách hành chính năm 2026 của Trung tâm Y tế khu vực Sơn Trà",
		"Bản kế hoạch của một đơn vị khác, đăng để tham khảo.", "Kế hoạch có phụ lục giao chỉ tiêu cho từng khoa, phòng."],
	["ke-hoach-nam", "Kế hoạch cải cách hành chính năm 2026", "Việc làm trong năm của bệnh viện.", "Mười hai việc, mỗi việc có nơi làm và hạn."],
	["phong-chong-ma-tuy", "Phòng, chống ma túy trong bệnh viện", "Bảo quản thuốc gây nghiện đúng quy định.", "Ai phát hiện ma túy thì báo bảo vệ."],
	["ma-vang", "Răng mạ vàng có cần chụp phim không", "Trả lời câu hỏi hay gặp về răng mạ.", "Răng mạ túy ý chọn; mã ghi trên phiếu."],
	["bao-hiem", "Bảo hiểm y tế khi đi khám trái tuyến", "Mức hưởng khi không đúng tuyến.", "Bảo hiểm trả một phần."],
	["bao-cao", "Báo cáo cải cách hành chính quý III", "Số liệu ba tháng.", "Báo cáo gửi Sở Y tế."],
	["cam-ket", "Cam kết phục vụ của bệnh viện", "Mười điều cam kết.", "Thủ tục gọn, giấy tờ ít, trả kết quả đúng hẹn."],
	["ban-do", "Sơ đồ các nhà trong bệnh viện", "Đường đi từ cổng đến từng khoa.", "Nhà C ở cuối đường, sau bãi xe."],
];

const write = (path, text) => writeFileSync(`${root}/${path}`, text);
const list = (items) => items.map((item) => `\n  - "${item}"`).join("");

for (const folder of ["thu-tuc", "van-ban", "trang", "don-vi", "lien-he"])
	mkdirSync(`${root}/content/${folder}`, { recursive: true });

write("site.yaml", `ten_chuyen_trang: "Cải cách hành chính"
mo_ta: "Thủ tục, văn bản và thông tin của bệnh viện."
ten_mien: "https://bv.example.vn"
duong_dan_goc: "/cchc/"
don_vi:
  ten: "Bệnh viện Minh Họa"
  duong_day_nong: "0000 000 115"
tu_dong_nghia:
  - "nhà C = khu điều trị theo yêu cầu"
chuyen_muc:
${[["thu-tuc", "Thủ tục"], ["van-ban", "Văn bản"], ["don-vi", "Khoa, phòng"], ["lien-he", "Liên hệ"], ["trang", "Trang thông tin"]].map(([code, name]) =>
	`  - ma: "${code}"\n    ten: "${name}"\n    loai: "${code}"\n    thu_muc: "${code}"\n    duong_dan: "${code}"\n`).join("")}`);

write("content/don-vi/phong-hanh-chinh.yaml", `ma: "phong-hanh-chinh"
loai: "don-vi"
kieu_don_vi: "phong"
ten: "Phòng Hành chính"
`);

write("content/lien-he/khu-tiep-don.yaml", `ma: "khu-tiep-don"
loai: "lien-he"
kieu: "mot-cua"
ten: "Khu tiếp đón"
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

for (const [code, name, others, summary] of procedures)
	write(`content/thu-tuc/${code}.yaml`, `ma: "${code}"
loai: "thu-tuc"
loai_thu_tuc: "quy-trinh-don-vi"
ten: "${name}"
ten_thuong_goi:${list(others)}
tom_tat: "${summary}"
linh_vuc_tthc: "Khám bệnh, chữa bệnh"
trang_thai_tthc: "dang-ap-dung"
dvc: "khong"
hieu_luc_tu: 2026-01-05
linh_vuc: "tthc"
ngay_dang: 2026-01-05
don_vi: "phong-hanh-chinh"
trang_thai: "da-duyet"
nguoi_duyet: "Nguyễn Văn Mẫu"
trinh_tu:
  - buoc:
      - ten: "Nộp giấy tờ"
        ai_lam: "nguoi-dan"
        noi_dung: "Đưa thẻ căn cước, thẻ bảo hiểm y tế và giấy tờ của người bệnh cho nhân viên tại quầy."
      - ten: "Nhận kết quả"
        ai_lam: "don-vi"
        noi_dung: "Nhân viên kiểm tra hồ sơ bệnh án, hẹn ngày trả kết quả; thanh toán viện phí nếu có."
cach_thuc:
  - kenh: "truc-tiep"
    thoi_han:
      don_vi: "ngay-trong-buoi"
thanh_phan_ho_so:
  - giay_to:
      - ten: "Căn cước hoặc VNeID"
        ban_chinh: 0
        ban_sao: 0
        xuat_trinh: true
so_bo_ho_so: 0
thoi_han_giai_quyet: "Trong buổi làm việc"
doi_tuong_thuc_hien: "ca-nhan-viet-nam"
co_quan_thuc_hien: "phong-hanh-chinh"
noi_tiep_nhan: "khu-tiep-don"
ket_qua:
  - ten: "Giấy của bệnh viện"
    hinh_thuc: "giay"
phi_le_phi: "khong-thu"
yeu_cau_dieu_kien: "khong"
can_cu_phap_ly: "118-2025-nd-cp"
`);

for (const [code, type, number, issued, by, level, about] of documents)
	write(`content/van-ban/${code}.yaml`, `ma: "${code}"
loai: "van-ban"
ten_loai: "${type}"
so_ky_hieu: "${number}"
ngay_ban_hanh: ${issued}
co_quan_ban_hanh: "${by}"
cap: "${level}"
trich_yeu: "${about}"
ngay_hieu_luc: ${issued}
trang_thai_ban_hanh: "da-ban-hanh"
ngay_dang: 2026-01-06
don_vi: "phong-hanh-chinh"
linh_vuc: "tthc"
trang_thai: "da-duyet"
nguoi_duyet: "Nguyễn Văn Mẫu"
`);

for (const [code, title, summary, body] of pages)
	write(`content/trang/${code}.md`, `---
ma: "${code}"
loai: "trang"
tieu_de: "${title}"
tom_tat: "${summary}"
ngay_dang: 2026-01-07
don_vi: "phong-hanh-chinh"
trang_thai: "da-duyet"
nguoi_duyet: "Nguyễn Văn Mẫu"
---

${body}
`);
