#!/bin/sh
# long.sh N: a process with N steps and N papers, a name of several lines and an address
# without a place to break, to see what long sheets look like.
set -eu
cat <<'END'
ma: "ho-so-rat-dai"
loai: "thu-tuc"
loai_thu_tuc: "quy-trinh-don-vi"
ten: "Quy trình thử có rất nhiều bước và rất nhiều giấy tờ, với một cái tên dài đến mức không một dòng nào trên khổ giấy A4 chứa hết"
tom_tat: "Quy trình này chỉ để thử tờ niêm yết dài nhiều trang giấy, không phải việc có thật."
linh_vuc_tthc: "Thử in"
trang_thai_tthc: "dang-ap-dung"
hieu_luc_tu: "2026-01-01"
linh_vuc:
  - "tthc"
trinh_tu:
  - truong_hop: "Trường hợp thứ nhất, làm đủ các bước"
    buoc:
END
for i in $(seq 1 "$1"); do
	cat <<-END
	      - ten: "Bước thử $i"
	        ai_lam: "nguoi-dan"
	        noi_dung: "Đây là nội dung của bước thử số $i, viết đủ dài để chiếm hơn một dòng trên tờ giấy khổ A4 đứng."
	END
done
cat <<END
cach_thuc:
  - kenh: "truc-tiep"
    thoi_han:
      so: 3
      don_vi: "ngay-lam-viec"
    phi: []
    mo_ta: "Tại quầy"
  - kenh: "truc-tuyen"
    url: "https://dichvucong.gov.vn/$(printf '%0150d' 0 | tr 0 x)"
    thoi_han:
      so: 3
      don_vi: "ngay-lam-viec"
    phi: []
    mo_ta: "Qua mạng"
thanh_phan_ho_so:
  - truong_hop: "Trường hợp thứ nhất, nộp đủ giấy tờ"
    giay_to:
END
for i in $(seq 1 "$1"); do
	cat <<-END
	      - ten: "Giấy thử số $i, có tên dài để chiếm hơn một dòng trong bảng thành phần hồ sơ"
	        ban_chinh: 1
	        ban_sao: 2
	        ghi_chu: "Ghi chú của giấy thử $i"
	END
done
cat <<'END'
so_bo_ho_so: 1
thoi_han_giai_quyet: "03 ngày làm việc"
doi_tuong_thuc_hien:
  - "ca-nhan-viet-nam"
co_quan_thuc_hien: "phong-ke-hoach-tong-hop"
noi_tiep_nhan:
  - "quay-ke-hoach-tong-hop"
ket_qua:
  - ten: "Kết quả thử"
    hinh_thuc: "giay"
phi_le_phi: "khong-thu"
yeu_cau_dieu_kien: "khong"
can_cu_phap_ly:
  - "25-2025-tt-byt"
dvc: "toan-trinh"
url_nop: "https://dichvucong.gov.vn/"
ngay_dang: "2026-01-01"
ngay_ra_soat: "2026-07-01"
ra_soat_truoc: "2027-01-01"
don_vi: "phong-ke-hoach-tong-hop"
nguoi_duyet: "Giám đốc"
trang_thai: "da-duyet"
END
