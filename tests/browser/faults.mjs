// faults.mjs PUBLIC: what the tests in the browser look for, done to a page on purpose: each is found.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { check, end, launch, serve, site_of } from './common.mjs'
import { covered_focus, forced_faults, layout_faults, listen, moving, watch } from './look.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const site = site_of(process.argv[2])
const server = await serve(site)
const browser = await launch()

async function open(options = {}) {
	const context = await browser.newContext({
		viewport: { width: 320, height: 800 },
		...options,
	})
	await context.addInitScript(watch)
	const page = await context.newPage()
	page.heard = listen(page, server.origin)
	await page.goto(`${server.origin}${site.base}thu-tuc/cap-lai-giay-chung-sinh/`)
	await page.keyboard.press('Tab')
	return page
}

// A rule more in the page's own style.
const add = rule =>
	document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)

async function finds(words, look, rule, options) {
	const page = await open(options)
	const before = await page.evaluate(look)
	check(before.length === 0, `before anything is spoilt: ${before.join('; ')}`)
	await page.evaluate(add, rule)
	const after = await page.evaluate(look)
	check(
		after.some(one => words.test(one)),
		`${rule}: ${words} is not found, but ${after.join('; ')}`,
	)
	await page.context().close()
}

await finds(/px wide in a window/, layout_faults, '.nam-dieu { width: 400px }')
await finds(/out of the window/, layout_faults, 'h1 { margin-left: -40px }')
await finds(/lies on/, layout_faults, 'h1 { height: 20px }')
await finds(/cut off:/, layout_faults, 'h1 { overflow: hidden; white-space: nowrap }')
await finds(/cut off below/, layout_faults, 'h1 { overflow: hidden; height: 20px }')
await finds(/px to press/, layout_faults, '.nut { padding: 0; font-size: 10px }')
await finds(/no outline/, covered_focus, ':focus-visible { outline: none }')
await finds(
	/lies on/,
	covered_focus,
	'.cap-cuu { position: fixed; inset: 0; height: 100%; z-index: 9 }',
)
await finds(/smooth/, moving, 'html { scroll-behavior: smooth !important }', {
	reducedMotion: 'reduce',
})
await finds(/ s$/, moving, 'a { transition: color 0.3s }', { reducedMotion: 'reduce' })
await finds(
	/no edge/,
	forced_faults,
	'.ho-so input { appearance: none; border: 0; background: Canvas }',
	{ forcedColors: 'active' },
)
await finds(
	/not to be seen/,
	forced_faults,
	'svg path { fill: Canvas; stroke: none; forced-color-adjust: none }',
	{ forcedColors: 'active' },
)

const page = await open()
await page.evaluate(() => {
	const block = document.createElement('p')
	block.textContent = 'x'
	document.body.prepend(block)
	new Image().src = 'https://example.org/x.png'
	fetch('khong-co.json')
	console.log('x')
})
await page.waitForFunction(() => globalThis.shifts.length && globalThis.refused.length)
await page.waitForFunction(
	() => performance.getEntriesByName(new URL('khong-co.json', location)).length,
)
check(true)
const { said, asked } = page.heard
check(
	said.some(one => one === 'x'),
	'what is said on the console is not heard',
)
check(
	said.some(one => one.startsWith('404 ')),
	`a file that is not there is not heard of: ${said.join('; ')}`,
)
check(
	said.some(one => /Content Security Policy/.test(one)) || asked.length > 0,
	'another host is asked, and nobody notices',
)

await page.evaluate(axe)
await page.evaluate(() => document.documentElement.removeAttribute('lang'))
const { violations } = await page.evaluate(() => globalThis.axe.run())
check(
	violations.some(one => one.id === 'html-has-lang'),
	'axe-core misses a page without a language',
)
await browser.close()
server.close()
end()
