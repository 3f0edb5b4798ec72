// What the pages of the comparison are made of. Every name is invented.

export const units = ["khoa Nội tim mạch", "khoa Nội tiêu hóa", "khoa Ngoại chấn thương", "khoa Ngoại tổng hợp", "khoa Phụ sản",
	"khoa Nhi", "khoa Cấp cứu", "khoa Hồi sức tích cực", "khoa Truyền nhiễm", "khoa Mắt", "khoa Tai mũi họng", "khoa Răng hàm mặt",
	"khoa Da liễu", "khoa Y học cổ truyền", "khoa Phục hồi chức năng", "khoa Xét nghiệm", "khoa Chẩn đoán hình ảnh", "khoa Dược",
	"khoa Dinh dưỡng", "khoa Khám bệnh", "phòng Kế hoạch tổng hợp", "phòng Tổ chức cán bộ", "phòng Tài chính kế toán",
	"phòng Điều dưỡng", "phòng Công tác xã hội", "tổ Công nghệ thông tin", "bộ phận Một cửa"];

export const verbs = ["Cấp", "Cấp lại", "Xác nhận", "Đăng ký", "Gia hạn", "Điều chỉnh", "Trả", "Chuyển"];

export const papers = ["giấy ra viện", "giấy chứng sinh", "giấy báo tử", "giấy chuyển tuyến", "bản sao hồ sơ bệnh án", "bản tóm tắt bệnh án",
	"phim chụp cộng hưởng từ", "phim chụp cắt lớp vi tính", "kết quả xét nghiệm máu", "kết quả siêu âm", "giấy khám sức khỏe lái xe",
	"giấy khám sức khỏe đi làm", "giấy nghỉ việc hưởng bảo hiểm xã hội", "giấy xác nhận thương tích", "sổ theo dõi thai", "sổ tiêm chủng",
	"đơn thuốc điện tử", "phiếu hẹn tái khám", "biên lai viện phí", "hóa đơn điện tử", "thẻ thăm nuôi", "thẻ người bệnh",
	"giấy cam đoan phẫu thuật", "giấy xác nhận điều trị nội trú", "giấy xác nhận mang thai", "hồ sơ giám định y khoa"];

export const cases = ["cho trẻ dưới sáu tuổi", "cho người cao tuổi", "cho người khuyết tật", "cho người nước ngoài", "cho hộ nghèo",
	"cho người có công", "khi bị mất", "khi ghi sai họ tên", "khi ghi sai ngày sinh", "qua đường bưu điện", "trực tuyến", "ngoài giờ hành chính",
	"theo ủy quyền", "cho người bệnh đã mất", "để làm bảo hiểm nhân thọ", "để nộp cho công ty", "để đi học", "để ra nước ngoài",
	"theo yêu cầu của tòa án", "cho người bệnh ngoại trú"];

export const events = ["Tập huấn", "Rút ngắn thời gian", "Khai trương quầy", "Khảo sát hài lòng về", "Đối thoại với người bệnh về",
	"Kiểm tra đột xuất", "Thí điểm", "Sơ kết sáu tháng", "Hướng dẫn", "Cảnh báo lừa đảo khi", "Bỏ bước", "Giảm giấy tờ trong", "Tiếp nhận góp ý về",
	"Lắp máy tự động cho", "Thi đua cải tiến", "Nêu gương làm tốt", "Trả lời thắc mắc về", "Chuyển sang bản điện tử"];

export const topics = ["đặt lịch khám qua điện thoại", "thanh toán bằng mã QR", "nhận kết quả xét nghiệm qua tin nhắn", "bệnh án điện tử",
	"chờ siêu âm", "chờ lấy máu", "phát thuốc ngoại trú", "đăng ký khám bằng căn cước gắn chíp", "cấp cứu ban đêm", "chuyển người bệnh giữa các khoa",
	"làm thủ tục ra viện tại giường", "suất ăn bệnh lý", "gửi xe cho người nhà", "thăm nuôi người bệnh nặng", "tiêm vắc xin cúm", "khám sàng lọc ung thư vú",
	"chạy thận nhân tạo", "mổ đục thủy tinh thể", "nội soi dạ dày", "sinh mổ theo yêu cầu", "tư vấn cai thuốc lá", "tư vấn dinh dưỡng cho trẻ biếng ăn",
	"phục hồi sau đột quỵ", "châm cứu đau lưng", "khám mắt học đường", "nhổ răng khôn", "xét nghiệm sốt xuất huyết", "điều trị tay chân miệng",
	"theo dõi huyết áp tại nhà", "quản lý đái tháo đường", "hiến máu nhân đạo", "phòng chống ma túy", "xử lý chất thải y tế", "phòng cháy chữa cháy",
	"giữ gìn vệ sinh buồng bệnh", "thái độ giao tiếp", "trang phục nhân viên", "đường dây nóng", "hòm thư góp ý", "biển chỉ dẫn bằng chữ lớn"];

export const issuers = [["NĐ-CP", "Chính phủ", "nghi-dinh", "Nghị định"], ["TT-BYT", "Bộ Y tế", "thong-tu", "Thông tư"],
	["QĐ-BYT", "Bộ Y tế", "quyet-dinh", "Quyết định"], ["QĐ-UBND", "Ủy ban nhân dân tỉnh Minh Họa", "quyet-dinh", "Quyết định"],
	["KH-SYT", "Sở Y tế tỉnh Minh Họa", "ke-hoach", "Kế hoạch"]];

export const subjects = ["quy định mẫu giấy tờ", "ban hành quy trình tiếp đón", "kiểm soát thủ tục hành chính", "thực hiện cơ chế một cửa",
	"thanh toán không dùng tiền mặt", "chuyển đổi số y tế", "đo lường sự hài lòng", "phòng, chống ma túy", "bảo vệ dữ liệu cá nhân",
	"giá dịch vụ khám bệnh, chữa bệnh", "khám bệnh bảo hiểm y tế", "an toàn người bệnh", "công tác xã hội trong bệnh viện", "thi đua, khen thưởng",
	"quản lý trang thiết bị", "đấu thầu thuốc", "kỷ luật, kỷ cương hành chính", "tiếp công dân, giải quyết khiếu nại"];

export const who = ["Người bệnh", "Người nhà", "Điều dưỡng trực", "Bác sĩ điều trị", "Nhân viên quầy tiếp đón", "Kỹ thuật viên", "Trưởng khoa",
	"Đại diện hội đồng người bệnh", "Cán bộ phòng", "Nhóm sinh viên tình nguyện", "Bảo vệ cổng chính", "Hộ lý", "Dược sĩ", "Tổng đài viên"];

export const does = ["đọc kỹ tờ hướng dẫn dán ở sảnh", "lấy số thứ tự tại máy", "xuất trình căn cước và thẻ bảo hiểm", "ký xác nhận trên máy tính bảng",
	"đối chiếu họ tên, ngày sinh và mã hồ sơ", "gọi tên theo thứ tự ưu tiên", "ghi lại lý do chậm vào sổ", "báo cho trưởng kíp trong mười phút",
	"nhận tin nhắn hẹn giờ", "chụp lại mã trên phiếu thu", "hỏi lại nếu chưa rõ", "nộp bản chính và nhận giấy hẹn", "đi lối riêng cho xe lăn",
	"gửi ý kiến qua hòm thư hoặc điện thoại", "in kết quả tại cây tra cứu", "chờ ở hàng ghế trước cửa phòng", "mang theo phim cũ và đơn thuốc cũ",
	"khai tiền sử dị ứng", "để xe ở nhà xe phía sau", "kiểm tra lại giấy tờ trước khi rời quầy"];

export const where = ["tại tầng một nhà A", "ở hành lang nhà B", "tại quầy số ba", "ở phòng chờ có màn hình", "tại khu kỹ thuật cao", "ở cổng số hai",
	"trên ứng dụng của bệnh viện", "tại buồng bệnh", "ở nhà ăn", "tại phòng tiếp công dân"];

export const results = ["thời gian chờ giảm từ %d phút còn %e phút", "có %d lượt người đến hỏi trong tuần đầu", "%d trên %e ý kiến nói là thuận tiện hơn",
	"còn %d trường hợp phải làm lại vì thiếu giấy", "bớt được %d tờ giấy cho mỗi người", "tiết kiệm khoảng %d triệu đồng mỗi tháng",
	"%d nhân viên đã qua lớp ngắn ngày", "tỷ lệ đúng hẹn đạt %d phần trăm"];

export const headings = ["Việc đã làm", "Kết quả bước đầu", "Chỗ còn vướng", "Cần chuẩn bị gì", "Làm ở đâu, lúc nào", "Ý kiến người bệnh", "Việc sắp tới"];
