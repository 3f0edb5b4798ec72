// keys.mjs PUBLIC: the five most important journeys through the example portal, with the keys
// alone: on a wide window, and on one at 400 % (1280 x 1024 px, which are 320 x 256 of CSS).
// After each key the focus must be in the window, with nothing on it.
import { check, end, launch, serve, site_of } from './common.mjs'

const STEPS_MAX = 120 /* presses of Tab on one page */
const windows = {
	'at 100 %': { viewport: { width: 1280, height: 1024 } },
	'at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
}

const site = site_of(process.argv[2])
const server = await serve(site)
const browser = await launch()
let page
let where

// What has the focus: its name, where it leads, and whether a reader sees it.
function focused() {
	const el = document.activeElement
	if (!el || el === document.body) return null
	const box = [...el.getClientRects()].find(one => one.width > 0 && one.height > 0)
	const left = Math.max(box?.left ?? 0, 0)
	const right = Math.min(box?.right ?? 0, innerWidth)
	const top = Math.max(box?.top ?? 0, 0)
	const bottom = Math.min(box?.bottom ?? 0, innerHeight)
	const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
	const style = getComputedStyle(el)
	return {
		tag: el.localName,
		name: (el.getAttribute('aria-label') ?? el.labels?.[0]?.textContent ?? el.textContent)
			.trim()
			.replace(/\s+/g, ' '),
		href: el.getAttribute('href') ?? '',
		type: el.type ?? '',
		seen: right - left > 8 && bottom - top > 8 && el.contains(over),
		over: over?.outerHTML.slice(0, 80),
		marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
	}
}

async function press(key) {
	await page.keyboard.press(key)
	const now = await page.evaluate(focused)
	if (now && now.tag !== 'main') {
		const what = `${where}: ${new URL(page.url()).pathname}: after ${key}, "${now.name.slice(0, 50)}"`
		check(now.seen || now.tag === 'div', `${what} is hidden, by ${now.over}`)
		check(now.marked, `${what} does not show that it has the focus`)
	}
	return now
}

// Tab, or another key, until what has the focus is what was wanted.
async function go_to(words, wanted, key = 'Tab') {
	for (let i = 0; i < STEPS_MAX; i++) {
		const now = await press(key)
		if (!now || !wanted(now)) continue
		check(true)
		return now
	}
	throw new Error(`${where}: ${page.url()}: no ${words} within ${STEPS_MAX} keys`)
}

const link = name =>
	go_to(`link "${name}"`, now => now.tag === 'a' && now.name.startsWith(name))

async function follow(path) {
	await Promise.all([
		page.waitForURL(url => url.pathname.startsWith(site.base + path)),
		page.keyboard.press('Enter'),
	])
	await page.waitForLoadState('load')
}

async function heading(words) {
	const now = await page.locator('h1').textContent()
	check(now.trim() === words, `${where}: one is at "${now.trim()}", not at "${words}"`)
}

async function start(path = '') {
	await page.goto(server.origin + site.base + path)
	const first = await press('Tab')
	check(
		first.href === '#noi_dung',
		`${where}: ${path}: the first key does not lead past the menu`,
	)
}

// Past head and menu: the next key is within the page's own part.
async function skip() {
	await page.keyboard.press('Enter')
	const main = await page.evaluate(() => document.activeElement.localName)
	check(main === 'main', `${where}: the way past the menu leads to <${main}>`)
}

async function open_menu(name) {
	const small = await page.locator('.thuc-don-nho summary').isVisible()
	if (small) {
		await go_to('menu', now => now.tag === 'summary')
		await page.keyboard.press('Enter')
	}
	return link(name)
}

async function search_a_procedure() {
	await start()
	await skip()
	await go_to('search', now => now.type === 'search')
	await page.keyboard.type('giay chung sinh')
	await follow('tim-kiem/')
	await page.waitForFunction(() =>
		/kết quả/.test(document.querySelector('[data-bao]')?.textContent),
	)
	await link('Cấp giấy chứng sinh cho trẻ')
	await follow('thu-tuc/cap-giay-chung-sinh/')
	await heading('Cấp giấy chứng sinh cho trẻ sinh tại bệnh viện')
}

async function list_of_procedures() {
	await start()
	await open_menu('Thủ tục')
	await follow('thu-tuc/')
	await start('thu-tuc/')
	await skip()
	await link('Thủ tục theo bảng chữ cái')
	await follow('thu-tuc/a-z/')
	await start('thu-tuc/a-z/')
	await skip()
	await go_to('letter C', now => now.name === 'C')
	await page.keyboard.press('Enter')
	const next = await press('Tab')
	check(next.name.startsWith('Cấp'), `${where}: after the letter C comes "${next.name}"`)
	await go_to('procedure', now => now.name.startsWith('Cấp giấy chứng sinh cho trẻ'))
	await follow('thu-tuc/cap-giay-chung-sinh/')
	await heading('Cấp giấy chứng sinh cho trẻ sinh tại bệnh viện')
}

async function prepare_the_papers() {
	await start('thu-tuc/cap-lai-giay-chung-sinh/')
	await skip()
	const box = await go_to('box to tick', now => now.type === 'checkbox')
	check(/Tờ khai/.test(box.name), `${where}: the first paper is "${box.name}"`)
	await page.keyboard.press('Space')
	const ticked = () => page.locator('.ho-so input:checked').count()
	check((await ticked()) === 1, `${where}: the space bar does not tick it`)
	await go_to('form', now => /[.]pdf$/.test(now.href))
	await go_to('box to tick again', now => now.type === 'checkbox', 'Shift+Tab')
	await page.keyboard.press('Space')
	check((await ticked()) === 0, `${where}: the space bar does not take the tick away`)
}

async function find_a_document() {
	await start()
	await open_menu('Văn bản')
	await follow('van-ban/')
	await heading('Văn bản')
	await start('van-ban/')
	await skip()
	await go_to('filter', now => now.tag === 'summary' && now.name === 'Hiệu lực')
	await page.keyboard.press('Enter')
	await link('Còn hiệu lực')
	await follow('van-ban/con-hieu-luc/')
	await heading('Văn bản: Còn hiệu lực')
	await start('van-ban/con-hieu-luc/')
	await skip()
	const found = await go_to('document', now => /\/van-ban\/\d[^/]+\/$/.test(now.href))
	await follow(found.href.slice(site.base.length))
	await heading(found.name)
	check(
		(await page.locator('.nhan-con-hieu-luc').count()) > 0,
		`${where}: ${found.name} does not say that it is in force`,
	)
}

async function read_the_progress() {
	await start()
	await skip()
	await go_to('progress', now => /\/tien-do\/$/.test(now.href))
	await follow('ke-hoach/kh-tuyen-truyen-cchc-2026/tien-do/')
	await heading('Tiến độ thực hiện')
	await start('ke-hoach/kh-tuyen-truyen-cchc-2026/tien-do/')
	await skip()
	await go_to('numbers of the chart', now => now.tag === 'summary')
	await page.keyboard.press('Enter')
	check(
		await page.locator('details[open] table').first().isVisible(),
		`${where}: the chart's numbers do not open`,
	)
}

async function reach_the_hotline() {
	await start()
	const emergency = await press('Tab')
	check(
		emergency.href === 'tel:115',
		`${where}: the second key leads to ${emergency.href}, not to 115`,
	)
	const hotline = await press('Tab')
	check(
		/^tel:0\d{9}$/.test(hotline.href),
		`${where}: the third key leads to ${hotline.href}, not to the hotline`,
	)
	await open_menu('Liên hệ').catch(() => link('Liên hệ'))
	await follow('lien-he/')
	await heading('Liên hệ')
	await start('lien-he/')
	await skip()
	await go_to('number', now => now.href === hotline.href)
}

const journeys = [
	[search_a_procedure, true],
	[list_of_procedures, false],
	[prepare_the_papers, true],
	[prepare_the_papers, false],
	[find_a_document, false],
	[read_the_progress, false],
	[reach_the_hotline, false],
]

for (const [size, options] of Object.entries(windows))
	for (const [journey, javaScriptEnabled] of journeys) {
		where = `${journey.name}, ${size}, script ${javaScriptEnabled ? 'on' : 'off'}`
		const context = await browser.newContext({
			...options,
			javaScriptEnabled,
			reducedMotion: 'reduce',
		})
		page = await context.newPage()
		await journey().catch(error => check(false, `${where}: ${error.message}`))
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
		check(wide <= 0, `${where}: the page scrolls sideways by ${wide}`)
		await context.close()
	}
await browser.close()
server.close()
end()
