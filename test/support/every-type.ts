// A form that has one of everything, in both languages: what pages, script and tests are tried with.

import type { FormVersion } from '../../shared/form/form.ts'
import { formVersion } from './forms.ts'

const vi = 'label::Tiếng Việt (vi)'
const en = 'label::English (en)'

const survey = `
type | name | ${vi} | ${en} | hint::Tiếng Việt (vi) | hint::English (en) | required | relevant | constraint | constraint_message::Tiếng Việt (vi) | constraint_message::English (en) | calculation | appearance | parameters | choice_filter | repeat_count | default | consistency | consistency_message::Tiếng Việt (vi) | consistency_message::English (en) | finding | score
start | start
today | today
begin group | g_text | Chữ và số | Text and numbers
note | about | Phiếu **thử** mọi loại câu hỏi | A form with **every** type
text | name | Họ và tên | Name | Viết có dấu | With accents | yes
text | story | Diễn biến | What happened | | | | | string-length(.) <= 500 | | | | multiline
integer | age | Tuổi | Age | | | yes | | . >= 0 and . <= 120
decimal | hours | Số giờ | Hours | | | | | . > 0 | Phải lớn hơn 0 | Must be above 0
range | mood | Hài lòng (0 đến 10) | Satisfied (0 to 10) | | | | | | | | | | start=0 end=10 step=1
text | guardian | Người giám hộ của \${name} | Guardian of \${name} | | | yes | \${age} < 18
calculate | double | | | | | | | | | | \${age} * 2
note | twice | Gấp đôi tuổi: \${double} | Twice the age: \${double}
end group
begin group | g_choice | Lựa chọn | Choices
select_one yn | agree | Đồng ý không? | Agree?
select_one scale | scale | Chất lượng | Quality | | | | | | | | | likert
select_one province | province | Tỉnh | Province | | | | | | | | | minimal
select_one district | district | Huyện | District | | | | | | | | | | | province = \${province}
select_multiple tool | tools | Phương tiện | Tools | | | | | | | | | columns
select_one tool or_other | main_tool | Phương tiện chính | Main tool
rank tool | order | Xếp thứ tự | Put in order
acknowledge | read | Đã đọc quy định | Rules read
end group
begin group | g_table | Đánh giá từng mặt | Rate each | | | | | | | | | table-list
select_one scale | t1 | Nội dung | Content
select_one scale | t2 | Cách làm | Method
end group
begin group | g_when | Thời gian, địa điểm | Time and place
date | day | Ngày | Day
date | month | Tháng | Month | | | | | | | | | month-year
time | at | Giờ | Time
dateTime | moment | Thời điểm | Moment
geopoint | place | Vị trí | Place
geotrace | way | Đường đi | Way
barcode | code | Mã vạch | Barcode
end group
begin repeat | person | Người dự | Person | | | | \${agree} = 'yes'
text | who | Tên | Name
integer | years | Tuổi | Age | | | | | . < 130
end repeat
calculate | years_all | | | | | | | | | | sum(\${years})
note | sum | Tổng số tuổi: \${years_all} | Sum of ages: \${years_all}
begin group | g_sum | Đối chiếu | Figures that fit
integer | total | Tổng số | Total
integer | part_a | Phần A | Part A
integer | part_b | Phần B | Part B | | | | | | | | | | | | | | \${total} = \${part_a} + \${part_b} | Tổng số không bằng A cộng B | The total is not A plus B
end group
begin group | g_files | Tệp | Files
image | photo | Ảnh | Photo | | | | | | | | | | max-pixels=1024
image | sign | Chữ ký | Signature | | | | | | | | | signature
audio | voice | Ghi âm | Recording
file | paper | Văn bản | Document
end group`

const choices = `
list_name | name | ${vi} | ${en} | province
yn | yes | Có | Yes
yn | no | Không | No
scale | good | Tốt | Good
scale | fair | Khá | Fair
scale | weak | Yếu | Weak
province | hy | Hưng Yên | Hung Yen
province | hn | Hà Nội | Hanoi
district | kd | Kim Động | Kim Dong | hy
district | kc | Khoái Châu | Khoai Chau | hy
district | bd | Ba Đình | Ba Dinh | hn
tool | phone | Điện thoại | Phone
tool | paper | Giấy | Paper
tool | computer | Máy tính | Computer`

const settings = `
form_title | form_title::English (en) | default_language | instance_name
Phiếu đủ loại câu hỏi | A form of every type | Tiếng Việt (vi) | concat(\${name}, ' ', \${age})`

export const everyType: FormVersion = formVersion('every-type', { survey, choices, settings })

/** The same in pages. */
export const everyTypePaged: FormVersion = formVersion('every-type-paged', {
  survey,
  choices,
  settings: settings.replace('instance_name\n', 'instance_name | style\n').replace(/$/, ' | pages'),
})
