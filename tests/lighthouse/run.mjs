// run.mjs ORIGIN: Lighthouse, as on a phone over a slow network, on a page of each type of the
// portal that is served at ORIGIN. Accessibility, best practices and search engines must be at
// 100, performance at 99; how fast a page is, is measured three times at most, for a busy
// machine spoils it.
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const origin = process.argv[2]
const TRIES = 3
const goal = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 }

const pages = {
	home: '',
	procedures: 'thu-tuc/',
	procedure: 'thu-tuc/cap-lai-giay-chung-sinh/',
	'life event': 'thu-tuc/theo-su-kien/sinh-con/',
	'A to Z': 'thu-tuc/a-z/',
	forms: 'thu-tuc/bieu-mau/',
	changes: 'thu-tuc/thay-doi/',
	history: 'thu-tuc/cap-ban-tom-tat-ho-so-benh-an/lich-su/',
	'one-stop desk': 'mot-cua/',
	'day of the result': 'tinh-ngay-tra/',
	guides: 'huong-dan/',
	guide: 'huong-dan/dang-ky-kham-bang-vneid/',
	news: 'tin-tuc/',
	article: 'tin-tuc/2026/04/doc-chi-so-cai-cach-hanh-chinh-cho-dung/',
	'for the loudspeaker': 'tin-tuc/2024/12/lich-kham-benh-tet-duong-lich-2025/phat-thanh/',
	documents: 'van-ban/',
	document: 'van-ban/61-2018-nd-cp/',
	plans: 'ke-hoach/',
	plan: 'ke-hoach/kh-tuyen-truyen-cchc-2026/',
	progress: 'ke-hoach/kh-tuyen-truyen-cchc-2026/tien-do/',
	report: 'bao-cao/bao-cao-tuyen-truyen-cchc-quy-3-2026/',
	index: 'chi-so/par-index/',
	counts: 'so-lieu/',
	contests: 'cuoc-thi/',
	quiz: 'cuoc-thi/trac-nghiem-tim-hieu-cchc-2026/',
	events: 'su-kien/',
	event: 'su-kien/doi-thoai-giam-doc-voi-nguoi-benh-quy-3-2026/',
	questions: 'hoi-dap/',
	'by procedure': 'hoi-dap/theo-thu-tuc/',
	library: 'thu-vien/',
	video: 'thu-vien/video-huong-dan-vneid/',
	sound: 'thu-vien/nhac-hieu-phat-thanh/',
	units: 'don-vi/',
	unit: 'don-vi/ban-chi-dao-cai-cach-hanh-chinh/',
	contacts: 'lien-he/',
	contact: 'lien-he/khu-tiep-don/',
	feedback: 'phan-anh-kien-nghi/',
	corrections: 'dinh-chinh/',
	'open data': 'du-lieu-mo/',
	search: 'tim-kiem/',
	'site map': 'so-do-trang/',
	keyword: 'tu-khoa/an-toan-thong-tin/',
	accessibility: 'tro-nang/',
	privacy: 'rieng-tu/',
	'in English': 'en/',
	'English procedure': 'en/procedures/cap-giay-chung-sinh/',
	'English contacts': 'en/contacts/',
	organisation: 'en/organisation/',
}

// These ask search engines to leave them out, which costs them points there.
const hidden = {
	withdrawn: 'tin-tuc/2025/06/thong-bao-muc-thu-ban-sao-ho-so-benh-an/',
	'not found': '404.html',
	'sheet for the board': 'thu-tuc/cap-lai-giay-chung-sinh/in/',
	'without a network': 'ngoai-tuyen/',
	'plan on paper': 'ke-hoach/kh-tuyen-truyen-cchc-2026/in/',
}

const chrome = await launch({
	chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
	chromeFlags: [
		'--headless=new',
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
	],
	logLevel: 'silent',
})
let passed = 0
let failed = 0

function score(result, category) {
	return Math.round(result.lhr.categories[category].score * 100)
}

function lacking(result, category) {
	const { audits, categories } = result.lhr
	return categories[category].auditRefs
		.filter(one => one.weight > 0 && audits[one.id].score !== null && audits[one.id].score < 1)
		.map(one => `${one.id} ${audits[one.id].displayValue ?? audits[one.id].title}`)
		.join('; ')
}

async function look(url, categories) {
	const result = await lighthouse(url, {
		port: chrome.port,
		output: 'json',
		logLevel: 'silent',
		onlyCategories: categories,
	})
	if (result.lhr.runtimeError) throw new Error(`${url}: ${result.lhr.runtimeError.message}`)
	return result
}

async function measure(name, path, categories) {
	const url = origin + path
	let result = await look(url, categories)
	let fastest = result
	for (let i = 1; i < TRIES && score(fastest, 'performance') < goal.performance; i++) {
		const again = await look(url, ['performance'])
		if (score(again, 'performance') > score(fastest, 'performance')) fastest = again
	}
	const found = categories.map(one => [one, one === 'performance' ? fastest : result])
	const { audits } = fastest.lhr
	console.log(
		[
			name.padEnd(20),
			...Object.keys(goal).map(one =>
				String(
					categories.includes(one) ? score(found.find(f => f[0] === one)[1], one) : '–',
				).padStart(5),
			),
			audits['largest-contentful-paint'].displayValue.padStart(8),
			audits['cumulative-layout-shift'].displayValue.padStart(6),
			audits['total-byte-weight'].displayValue.replace('Total size was ', '').padStart(9),
			` ${path}`,
		].join(' '),
	)
	for (const [category, from] of found) {
		if (score(from, category) >= goal[category]) passed++
		else {
			failed++
			console.log(
				`not so: ${name}: ${category} ${score(from, category)}: ${lacking(from, category)}`,
			)
		}
	}
}

console.log(`${'page'.padEnd(20)}  perf  a11y  best   seo      LCP    CLS     bytes`)
const all = Object.keys(goal)
for (const [name, path] of Object.entries(pages)) await measure(name, path, all)
for (const [name, path] of Object.entries(hidden))
	await measure(
		name,
		path,
		all.filter(one => one !== 'seo'),
	)
await chrome.kill()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
