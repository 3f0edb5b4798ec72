// Ticks of checklists in Chromium: kept on the device, by version; with the keyboard; without
// script; without storage.
//
//	node tests/offline/ticks.mjs OLD NEW
//
// OLD and NEW are output folders: in NEW a procedure has another version.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'

const base = '/cai-cach-hanh-chinh/'
const procedure = base + 'thu-tuc/cap-ban-tom-tat-ho-so-benh-an/'
const other = base + 'thu-tuc/cap-lai-giay-chung-sinh/'
const event = base + 'thu-tuc/theo-su-kien/sinh-con/'
const types = {
	'.html': 'text/html',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.svg': 'image/svg+xml',
}
let root = process.argv[2]
let passed = 0
let failed = 0

function check(good, what) {
	if (good) return void passed++
	failed++
	console.log(`not so: ${what}`)
}

const server = createServer((request, response) => {
	let file = join(root, decodeURIComponent(request.url.split('?')[0]))
	if (file.endsWith('/')) file += 'index.html'
	if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end()
	response.writeHead(200, {
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'cache-control': 'no-store',
	})
	response.end(readFileSync(file))
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const origin = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu'],
})

async function open(options = {}) {
	const context = await browser.newContext({
		viewport: { width: 390, height: 800 },
		serviceWorkers: 'block',
		...options,
	})
	const page = await context.newPage()
	page.on('pageerror', error => check(false, `a mistake in the page: ${error.message}`))
	return page
}

const boxes = page => page.locator('[data-danh-dau] input[type=checkbox]')
const ticks = page => boxes(page).evaluateAll(all => all.map(x => +x.checked).join(''))
const button = page => page.locator('[data-xoa-dau] button')

let page = await open()
await page.goto(origin + procedure)
const n = await boxes(page).count()
check(n > 1, `the procedure has ${n} boxes`)
check(!(await button(page).isVisible()), 'without ticks there is nothing to clear')
await boxes(page).nth(1).focus()
await page.keyboard.press('Space')
check(await button(page).isVisible(), 'with a tick there is')
await page.reload()
check((await ticks(page)) === '01'.padEnd(n, '0'), 'a tick stays')
await page.goto(origin + other)
check(!(await ticks(page)).includes('1'), 'on its own page alone')
await page.goto(origin + procedure)
const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }))
check(
	/^\{"cchc [^"]*":"\[\\"[0-9a-f.-]+\\",\[1\]\]"\}$/.test(stored),
	`nothing else is stored: ${stored}`,
)
await button(page).press('Enter')
check(
	!(await ticks(page)).includes('1') && !(await button(page).isVisible()),
	'the button clears them',
)
check(
	await boxes(page)
		.first()
		.evaluate(x => x === document.activeElement),
	'and the focus is not lost',
)
check((await page.evaluate(() => localStorage.length)) === 0, 'and nothing is left')
await boxes(page).first().check()
await page.goto(origin + event)
const steps = await boxes(page).count()
check(steps > 2, `the event in life has ${steps} boxes`)
check((await page.getByRole('checkbox', { name: /^Đã xong bước ./ }).count()) === steps, 'each with a name')
await boxes(page).nth(2).check()
await page.reload()
check((await ticks(page)) === '001'.padEnd(steps, '0'), 'a step that is done stays')
root = process.argv[3]
await page.goto(origin + procedure)
check(!(await ticks(page)).includes('1'), 'a new version forgets them')
root = process.argv[2]
await page.goto(origin + procedure)
check(!(await ticks(page)).includes('1'), 'for ever')
await page.context().close()

page = await open({ javaScriptEnabled: false })
await page.goto(origin + procedure)
await boxes(page).first().check()
check(await boxes(page).first().isChecked(), 'without script one can tick')
check(!(await button(page).isVisible()), 'and sees no button')
await page.context().close()

page = await open()
await page.addInitScript(() =>
	Object.defineProperty(window, 'localStorage', {
		get() {
			throw new DOMException('no', 'SecurityError')
		},
	}),
)
await page.goto(origin + procedure)
await boxes(page).first().check()
check(
	(await ticks(page)).startsWith('1') && (await button(page).isVisible()),
	'without storage one can tick',
)
await button(page).click()
check(!(await ticks(page)).includes('1'), 'and clear')
await page.context().close()

page = await open()
await page.addInitScript(() => {
	Storage.prototype.setItem = () => {
		throw new DOMException('full', 'QuotaExceededError')
	}
})
await page.goto(origin + procedure)
await boxes(page).first().check()
check((await ticks(page)).startsWith('1'), 'with a full one too')
await page.evaluate(([path]) => Storage.prototype.getItem.call(localStorage, path), [procedure])
await page.context().close()

await browser.close()
server.closeAllConnections()
server.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
