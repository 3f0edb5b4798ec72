/*
 * words - what the benchmark's articles are made of: some 400 Vietnamese words and
 * phrases about administrative reform and hospitals. Every name is invented.
 *
 * A sentence is WHEN, WHO HOW VERB WHAT WHERE WHY; a phrase fits wherever its list
 * stands, so each sentence reads well enough, and repeats about as much as office
 * prose does.
 */
#ifndef CCHC_BENCH_WORDS_H
#define CCHC_BENCH_WORDS_H

struct name {
	const char *code, *name, *about;
};

static const struct name sections[] = {
	{"tin-tuc", "Tin tức", "Tin hằng ngày về cải cách hành chính ở bệnh viện."},
	{"cai-cach-thu-tuc", "Cải cách thủ tục",
	 "Những thủ tục đã bớt giấy tờ, bớt bước và bớt thời gian chờ."},
	{"chuyen-doi-so", "Chuyển đổi số",
	 "Bệnh án điện tử, thanh toán không dùng tiền mặt, đặt lịch khám từ xa."},
	{"phuc-vu-nguoi-benh", "Phục vụ người bệnh",
	 "Tiếp đón, chỉ dẫn, chăm sóc và lắng nghe người bệnh."},
	{"mo-hinh-sang-kien", "Mô hình, sáng kiến",
	 "Cách làm mới của các khoa, phòng và kết quả đo được."},
	{"thong-bao", "Thông báo", "Lịch làm việc, thay đổi quy trình và các việc cần biết."},
};

static const struct name fields[] = {
	{"the-che", "Cải cách thể chế", ""},
	{"tthc", "Cải cách thủ tục hành chính", ""},
	{"bo-may", "Cải cách tổ chức bộ máy", ""},
	{"cong-vu", "Cải cách chế độ công vụ", ""},
	{"tai-chinh-cong", "Cải cách tài chính công", ""},
	{"chinh-quyen-so", "Xây dựng chính quyền điện tử, chính quyền số", ""},
	{"chung", "Chỉ đạo, điều hành", ""},
};

/* Only genres that ask for no further field; about is what its list page is called. */
static const struct name genres[] = {
	{"tin", "Tin", "Tin"},
	{"hoi-thao", "Hội thảo", "Hội thảo"},
	{"phong-su", "Phóng sự", "Phóng sự"},
	{"phong-van", "Phỏng vấn", "Phỏng vấn"},
	{"lay-y-kien", "Lấy ý kiến", "Lấy ý kiến"},
	{"mo-hinh", "Mô hình", "Mô hình, sáng kiến"},
	{"sang-kien", "Sáng kiến", "Mô hình, sáng kiến"},
};

/* about is the kind of the unit */
static const struct name units[] = {
	{"phong-ke-hoach-tong-hop", "Phòng Kế hoạch tổng hợp", "phong"},
	{"phong-to-chuc-can-bo", "Phòng Tổ chức cán bộ", "phong"},
	{"phong-hanh-chinh-quan-tri", "Phòng Hành chính quản trị", "phong"},
	{"phong-tai-chinh-ke-toan", "Phòng Tài chính kế toán", "phong"},
	{"phong-dieu-duong", "Phòng Điều dưỡng", "phong"},
	{"phong-vat-tu-thiet-bi", "Phòng Vật tư thiết bị", "phong"},
	{"phong-quan-ly-chat-luong", "Phòng Quản lý chất lượng", "phong"},
	{"phong-cong-tac-xa-hoi", "Phòng Công tác xã hội", "phong"},
	{"to-cong-nghe-thong-tin", "Tổ Công nghệ thông tin", "to"},
	{"bo-phan-mot-cua", "Bộ phận Một cửa", "bo-phan-mot-cua"},
	{"khoa-kham-benh", "Khoa Khám bệnh", "khoa"},
	{"khoa-cap-cuu", "Khoa Cấp cứu", "khoa"},
	{"khoa-hoi-suc-tich-cuc", "Khoa Hồi sức tích cực", "khoa"},
	{"khoa-noi-tong-hop", "Khoa Nội tổng hợp", "khoa"},
	{"khoa-noi-tim-mach", "Khoa Nội tim mạch", "khoa"},
	{"khoa-ngoai-tong-hop", "Khoa Ngoại tổng hợp", "khoa"},
	{"khoa-chan-thuong", "Khoa Chấn thương", "khoa"},
	{"khoa-phu-san", "Khoa Phụ sản", "khoa"},
	{"khoa-nhi", "Khoa Nhi", "khoa"},
	{"khoa-truyen-nhiem", "Khoa Truyền nhiễm", "khoa"},
	{"khoa-y-hoc-co-truyen", "Khoa Y học cổ truyền", "khoa"},
	{"khoa-duoc", "Khoa Dược", "khoa"},
	{"khoa-xet-nghiem", "Khoa Xét nghiệm", "khoa"},
	{"khoa-chan-doan-hinh-anh", "Khoa Chẩn đoán hình ảnh", "khoa"},
	{"khoa-kiem-soat-nhiem-khuan", "Khoa Kiểm soát nhiễm khuẩn", "khoa"},
};

static const char *const keywords[] = {
	"một cửa",
	"thủ tục nhập viện",
	"thủ tục ra viện",
	"giấy chứng sinh",
	"bệnh án điện tử",
	"đặt lịch khám",
	"thanh toán viện phí",
	"mã quét",
	"căn cước",
	"bảo hiểm y tế",
	"giấy chuyển tuyến",
	"tóm tắt bệnh án",
	"đường dây nóng",
	"góp ý",
	"hài lòng",
	"thời gian chờ",
	"bảng giá",
	"công khai",
	"minh bạch",
	"chữ ký số",
	"hồ sơ sức khỏe",
	"khám từ xa",
	"kết quả xét nghiệm",
	"đơn thuốc điện tử",
	"dịch vụ công",
	"tập huấn",
	"sáng kiến",
	"thi đua",
	"giao ban",
	"kiểm tra nội bộ",
	"kỷ cương",
	"văn hóa ứng xử",
	"người cao tuổi",
	"người khuyết tật",
	"trẻ em",
	"thai sản",
	"tiêm chủng",
	"cấp cứu",
	"nhà thuốc",
	"chuyển đổi số",
};

static const char *const when[] = {
	"Từ đầu năm đến nay",
	"Trong quý vừa qua",
	"Sau sáu tháng thực hiện",
	"Theo kế hoạch đã được phê duyệt",
	"Qua đợt rà soát gần nhất",
	"Từ tuần sau",
	"Trong giờ hành chính",
	"Vào các ngày thứ bảy",
	"Nhờ phần mềm quản lý mới",
	"Từ những góp ý của người bệnh",
	"Trước khi áp dụng rộng rãi",
	"Cùng với việc sắp xếp lại các quầy",
	"Ngay trong tháng đầu tiên",
	"Tại buổi giao ban đầu tháng",
	"Sau khi thống nhất với các khoa lâm sàng",
	"Bên cạnh các quầy trực tiếp",
	"So với cùng kỳ năm trước",
	"Trong thời gian chờ hướng dẫn mới",
	"Để người cao tuổi không phải đi lại nhiều lần",
	"Khi lượng người đến khám tăng",
	"Theo tinh thần lấy người bệnh làm trung tâm",
	"Ở giai đoạn tiếp theo",
	"Ngoài việc niêm yết trên bảng",
	"Bắt đầu từ ngày làm việc đầu tuần",
	"Kết thúc đợt thí điểm",
	"Trong hai tuần cao điểm",
	"Mỗi buổi sáng",
	"Hằng tháng",
	"Đến cuối kỳ báo cáo",
	"Với sự hỗ trợ của các tình nguyện viên",
};

static const char *const who[] = {
	"bệnh viện",
	"khoa khám bệnh",
	"bộ phận một cửa",
	"đội ngũ điều dưỡng",
	"phòng kế hoạch tổng hợp",
	"nhân viên tiếp đón",
	"tổ công nghệ thông tin",
	"ban chỉ đạo",
	"phòng tài chính kế toán",
	"các khoa lâm sàng",
	"các khoa cận lâm sàng",
	"tổ công tác xã hội",
	"khoa dược",
	"khoa xét nghiệm",
	"khoa cấp cứu",
	"người phụ trách từng quầy",
	"nhóm cải tiến chất lượng",
	"phòng tổ chức cán bộ",
	"phòng hành chính quản trị",
	"mạng lưới truyền thông của bệnh viện",
	"các trưởng khoa",
	"tổ kiểm tra nội bộ",
	"phòng điều dưỡng",
	"khoa chẩn đoán hình ảnh",
};

static const char *const how[] = {
	"đã",           "đang",     "sẽ",        "tiếp tục",   "chủ động",    "phối hợp",
	"thường xuyên", "kịp thời", "từng bước", "thống nhất", "khẩn trương", "nghiêm túc",
	"đều đặn",      "mạnh dạn", "cùng nhau", "bắt đầu",
};

static const char *const verb[] = {
	"rà soát",      "cập nhật",   "hoàn thiện", "công khai",  "chuẩn hóa",  "theo dõi",
	"đơn giản hóa", "phổ biến",   "ban hành",   "điều chỉnh", "triển khai", "tổng hợp",
	"kiểm tra",     "đánh giá",   "cải tiến",   "hướng dẫn",  "áp dụng",    "duy trì",
	"giới thiệu",   "niêm yết",   "số hóa",     "rút gọn",    "bổ sung",    "sắp xếp lại",
	"giải thích",   "thử nghiệm", "nhân rộng",  "góp ý cho",  "ghi nhận",   "thay mới",
};

static const char *const what[] = {
	"quy trình tiếp nhận hồ sơ",
	"bảng giá dịch vụ",
	"thủ tục nhập viện",
	"thủ tục ra viện",
	"danh mục thủ tục hành chính",
	"mẫu đơn đề nghị",
	"lịch khám chuyên khoa",
	"sổ tay hướng dẫn người bệnh",
	"sơ đồ chỉ dẫn các khu nhà",
	"cách lấy số thứ tự",
	"quy định về thời gian trả kết quả",
	"quy trình cấp giấy chứng sinh",
	"quy trình cấp bản tóm tắt hồ sơ bệnh án",
	"hướng dẫn thanh toán bằng mã quét",
	"hướng dẫn đăng ký khám bằng căn cước",
	"bộ câu hỏi thường gặp",
	"phiếu khảo sát sự hài lòng",
	"hộp thư góp ý",
	"bảng phân công nhiệm vụ",
	"báo cáo kết quả theo quý",
	"quy chế phối hợp giữa các khoa",
	"tiêu chí chấm điểm thi đua",
	"kế hoạch tập huấn kỹ năng giao tiếp",
	"bảng theo dõi hồ sơ quá hạn",
	"hệ thống xếp hàng điện tử",
	"phần mềm trả kết quả xét nghiệm",
	"quy trình chuyển tuyến",
	"quy trình hoàn trả viện phí",
	"danh sách giấy tờ cần mang theo",
	"lịch trực của lãnh đạo",
	"số điện thoại đường dây nóng",
	"quy tắc ứng xử tại nơi làm việc",
	"biển tên và vị trí các phòng",
	"quy trình cấp phát thuốc",
	"đơn thuốc điện tử",
	"bệnh án điện tử",
	"chữ ký số trên phiếu kết quả",
	"quy trình tiếp nhận phản ánh",
	"bản tin nội bộ",
	"chuyên trang cải cách hành chính",
	"nội dung phát thanh buổi sáng",
	"tờ hướng dẫn khổ lớn",
	"quy trình khám sức khỏe",
	"danh mục kỹ thuật",
	"phương án phân luồng người bệnh",
	"lối đi dành cho xe lăn",
	"khu vực chờ có mái che",
	"quầy ưu tiên cho trẻ nhỏ và người cao tuổi",
	"quy trình giao nhận mẫu",
	"sổ theo dõi sáng kiến",
};

static const char *const where[] = {
	"tại quầy tiếp nhận",
	"ở khu khám bệnh",
	"trên trang thông tin điện tử",
	"ở tầng một nhà A",
	"tại bộ phận trả kết quả",
	"trong toàn bệnh viện",
	"tại các khoa điều trị",
	"ở bàn hướng dẫn",
	"tại nhà thuốc",
	"trên bảng thông báo",
	"ở cổng số hai",
	"tại phòng thu viện phí",
	"trong sảnh chờ",
	"tại từng buồng bệnh",
	"ở khu xét nghiệm",
	"trên màn hình sảnh chính",
	"tại các điểm tiêm chủng",
	"ở khoa cấp cứu",
	"tại buổi họp người bệnh hằng tuần",
	"trong hồ sơ quản lý chất lượng",
};

static const char *const why[] = {
	"để người bệnh chờ ít hơn",
	"nhằm bớt giấy tờ trùng lặp",
	"để ai cũng biết mình cần làm gì tiếp theo",
	"giúp người nhà yên tâm hơn",
	"để kết quả đến tay người bệnh sớm hơn",
	"nhằm công khai, minh bạch các khoản thu",
	"để nhân viên bớt việc ghi chép",
	"giúp việc theo dõi được chính xác",
	"để không ai phải quay lại lần thứ hai",
	"nhằm nâng cao mức độ hài lòng",
	"để tránh ùn tắc vào đầu giờ sáng",
	"giúp người ở xa tiết kiệm chi phí đi lại",
	"để lãnh đạo nắm được tình hình hằng ngày",
	"nhằm gắn trách nhiệm với từng vị trí việc làm",
	"để mọi phản ánh đều được trả lời",
	"giúp người khuyết tật tự tìm được đường đi",
	"để dữ liệu được dùng chung giữa các khoa",
	"nhằm giữ gìn thông tin riêng của người bệnh",
	"để hạn trả kết quả luôn được giữ đúng",
	"giúp người mới vào làm nắm việc nhanh",
};

/* %d is a number from 2 to 98 */
static const char *const result[] = {
	"Thời gian chờ trung bình giảm %d phút so với trước.",
	"Có %d phần trăm hồ sơ được trả đúng hoặc trước hạn.",
	"Qua khảo sát, %d phần trăm người được hỏi cho biết họ hài lòng.",
	"Số lượt góp ý trong tháng là %d, tất cả đều đã có trả lời.",
	"Mỗi ngày có %d lượt người dùng cách làm mới này.",
	"Đã có %d nhân viên dự lớp hướng dẫn và thực hành tại chỗ.",
	"Nhóm khảo sát ghi nhận %d ý kiến đề nghị làm rõ thêm.",
	"Trong %d ngày đầu, chưa có trường hợp nào phải làm lại từ đầu.",
	"Việc này giúp bớt %d loại giấy tờ phải nộp bản sao.",
	"Tỷ lệ thanh toán không dùng tiền mặt đạt %d phần trăm.",
	"Bảng theo dõi cho thấy còn %d việc cần làm tiếp trong quý sau.",
	"Mỗi tuần, tổ kiểm tra chọn %d hồ sơ để xem lại toàn bộ các bước.",
};

static const char *const heading[] = {
	"Vì sao cần thay đổi",
	"Cách làm cụ thể",
	"Kết quả bước đầu",
	"Người bệnh được gì",
	"Những việc còn vướng",
	"Bài học rút ra",
	"Kế hoạch thời gian tới",
	"Ý kiến từ các khoa, phòng",
	"Các bước thực hiện",
	"Phân công nhiệm vụ",
	"Chuẩn bị nhân lực và thiết bị",
	"Kiểm tra và giám sát",
	"Tổ chức thực hiện",
	"Lắng nghe người bệnh",
	"Số liệu so sánh",
	"Điểm mới so với trước",
};

static const char *const subheading[] = {
	"Trước khi đến bệnh viện",   "Tại quầy tiếp đón",     "Khi nhận kết quả",
	"Đối với người cao tuổi",    "Đối với nhân viên",     "Việc làm ngay",
	"Việc làm thường xuyên",     "Đối với người ở xa",    "Khi cần giúp đỡ",
	"Trách nhiệm của từng khoa", "Giấy tờ cần mang theo", "Thời gian thực hiện",
};

static const char *const list_opening[] = {
	"Các việc chính gồm:",
	"Người bệnh cần lưu ý những điểm sau:",
	"Trong tháng tới, các bộ phận tập trung vào:",
	"Qua trao đổi, các khoa đề nghị:",
	"Những việc đã làm xong:",
	"Thứ tự thực hiện như sau:",
};

static const char *const quote[] = {
	"Trước đây tôi phải đi ba quầy, nay chỉ cần một lần nộp là xong.",
	"Người nhà không còn phải đứng chờ cả buổi sáng để lấy một tờ giấy.",
	"Có bảng chỉ dẫn chữ to nên tôi tự tìm được phòng khám, không phải hỏi ai.",
	"Điều quan trọng nhất là mỗi người đều biết việc của mình và hạn của việc đó.",
	"Khi quy trình rõ ràng, cả nhân viên lẫn người bệnh đều nhẹ nhõm hơn.",
	"Chúng tôi nhận góp ý mỗi ngày và trả lời ngay trong ngày làm việc tiếp theo.",
	"Thanh toán bằng mã quét nhanh hơn, lại có ngay hóa đơn trong điện thoại.",
	"Bớt được một con dấu là bớt được một lần người bệnh phải leo cầu thang.",
};

static const char *const speaker[] = {
	"một người bệnh ở khoa khám bệnh", "người nhà của một bệnh nhi",
	"điều dưỡng trưởng khoa",          "đại diện bộ phận một cửa",
	"trưởng nhóm cải tiến chất lượng", "nhân viên quầy thu viện phí",
};

static const char *const link_text[] = {
	"trang hướng dẫn của bệnh viện",
	"bảng giá dịch vụ mới nhất",
	"mẫu đơn để tải về",
	"lịch khám trong tuần",
	"kết quả khảo sát đầy đủ",
	"toàn văn kế hoạch",
	"địa chỉ nộp hồ sơ trực tuyến",
	"danh sách số điện thoại cần biết",
};

static const char *const link_target[] = {
	"https://benhvien.example.vn/huong-dan/",   "https://benhvien.example.vn/bang-gia/",
	"https://benhvien.example.vn/bieu-mau/",    "https://benhvien.example.vn/lich-kham/",
	"https://benhvien.example.vn/khao-sat/",    "https://benhvien.example.vn/ke-hoach/",
	"https://dichvucong.example.vn/nop-ho-so/", "https://benhvien.example.vn/lien-he/",
};

static const char *const code_word[] = {
	"HS-%d",       "BIEU-MAU-%d", "QUAY-%d",      "PHIEU-%d",
	"KHAO-SAT-%d", "MA-KHOA-%d",  "LICH-TRUC-%d", "GOP-Y-%d",
};

static const char *const measure[] = {
	"Thời gian chờ khám (phút)",
	"Số giấy tờ phải nộp",
	"Số bước phải qua",
	"Hồ sơ trả đúng hạn (%)",
	"Người bệnh hài lòng (%)",
	"Thanh toán bằng mã quét (%)",
	"Lượt góp ý được trả lời",
	"Thời gian trả kết quả (giờ)",
	"Lượt đặt lịch trước mỗi ngày",
	"Số quầy mở cùng lúc",
	"Hồ sơ phải bổ sung (%)",
	"Nhân viên đã tập huấn",
};

static const char *const title_verb[] = {
	"rút gọn",   "công khai",  "cập nhật",   "số hóa",     "đơn giản hóa",
	"niêm yết",  "cải tiến",   "triển khai", "giới thiệu", "hướng dẫn",
	"nhân rộng", "hoàn thiện", "thử nghiệm", "rà soát",
};

static const char *const title_tail[] = {
	"",
	" cho người cao tuổi",
	" trong quý này",
	" tại khu khám bệnh",
	", người bệnh chờ ngắn hơn",
	" theo góp ý của người bệnh",
	" từ đầu tháng tới",
	", bớt hai lần đi lại",
};

#endif
