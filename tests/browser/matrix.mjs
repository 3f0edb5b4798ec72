// matrix.mjs [--all] PUBLIC...: pages at 320, 768 and 1280 px, in the light and in the dark, with
// and without script, in forced colours and with less motion: nothing scrolls sideways, is cut
// off or lies on something else; nothing moves while the page loads; what can be pressed is
// large enough, and shows when the keyboard is on it; nothing is said on the console, asked of
// another host or against the policy. Without --all, as many pages as have, together,
// everything that any page has.
import {
	check,
	end,
	in_pages,
	launch,
	pages_of,
	samples_of,
	serve,
	site_of,
} from './common.mjs'
import { covered_focus, forced_faults, layout_faults, listen, moving, watch } from './look.mjs'

const all = process.argv[2] === '--all'
const only = process.env.ONLY_PAGES /* a part of their addresses, for whoever mends one */
const widths = [320, 768, 1280]
const height = 800
const settled = 200 /* ms in which an unexpected shift would come */

function told(heard, where) {
	check(heard.said.length === 0, `${where}: it says: ${heard.said.join('; ')}`)
	check(heard.asked.length === 0, `${where}: it asks for ${heard.asked.join(' ')}`)
	heard.said.length = heard.asked.length = 0
}

// All together only with --all: else light goes with script, and dark without.
async function looks_well(page, where, usual) {
	for (const colorScheme of all ? ['light', 'dark'] : [usual]) {
		await page.emulateMedia({ colorScheme })
		const faults = await page.evaluate(layout_faults)
		check(faults.length === 0, `${where}, ${colorScheme}: ${faults.slice(0, 6).join('\n  ')}`)
	}
	await page.emulateMedia({ colorScheme: 'light' })
}

// Tab once, so that what gets the focus by script shows it as by keyboard.
async function focus_shows(page, where) {
	await page.keyboard.press('Tab')
	const faults = await page.evaluate(covered_focus)
	check(faults.length === 0, `${where}: focus: ${faults.slice(0, 4).join('\n  ')}`)
}

async function wishes_count(page, where) {
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
	await page.keyboard.press('Tab')
	const moves = await page.evaluate(moving)
	check(moves.length === 0, `${where}: moves all the same: ${moves.slice(0, 4).join('; ')}`)
	const faults = await page.evaluate(forced_faults)
	check(faults.length === 0, `${where}, forced colours: ${faults.slice(0, 4).join('\n  ')}`)
	const hidden = await page.evaluate(covered_focus)
	check(
		hidden.length === 0,
		`${where}, forced colours: focus: ${hidden.slice(0, 4).join('\n  ')}`,
	)
	await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' })
}

async function stands_still(page, where) {
	await page.evaluate(async wait => {
		for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
			scrollTo({ top: y, behavior: 'instant' })
			await new Promise(requestAnimationFrame)
		}
		scrollTo({ top: 0, behavior: 'instant' })
		await new Promise(done => setTimeout(done, wait))
	}, settled)
	const { shifts, refused } = await page.evaluate(() => ({ shifts, refused }))
	check(shifts.length === 0, `${where}: it shifts: ${shifts.join('; ')}`)
	check(refused.length === 0, `${where}: against the policy: ${refused.join('; ')}`)
}

async function with_script(page, origin, path) {
	const heard = (page.heard ??= listen(page, origin))
	for (const width of widths) {
		const where = `${path} at ${width}`
		await page.setViewportSize({ width, height })
		await page.goto(origin + path, { waitUntil: 'load' })
		if (width === widths[0]) await stands_still(page, where)
		else check((await page.evaluate(() => shifts)).length === 0, `${where}: it shifts`)
		await looks_well(page, where, 'light')
		if (width === widths[0]) await focus_shows(page, where)
		if (width === widths[2]) await wishes_count(page, where)
		told(heard, where)
	}
}

async function without_script(page, origin, path) {
	const heard = (page.heard ??= listen(page, origin))
	await page.goto(origin + path, { waitUntil: 'load' })
	for (const width of widths) {
		await page.setViewportSize({ width, height })
		await looks_well(page, `${path} at ${width} without script`, 'dark')
	}
	told(heard, `${path} without script`)
}

const browser = await launch()
const seen = new Set()
for (const root of process.argv.slice(all ? 3 : 2)) {
	const site = site_of(root)
	const server = await serve(site, { still: true })
	const wanted = pages_of(site).filter(page => page.includes(only ?? ''))
	const pages = all || only ? wanted : samples_of(site, wanted, seen)
	await in_pages(
		browser,
		pages,
		{},
		(path, page) => with_script(page, server.origin, path),
		watch,
	)
	await in_pages(browser, pages, { javaScriptEnabled: false }, (path, page) =>
		without_script(page, server.origin, path),
	)
	console.log(`${pages.length} pages of ${root.split('/').at(-1)} looked at`)
	server.close()
}
await browser.close()
end()
