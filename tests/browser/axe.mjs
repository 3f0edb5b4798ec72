// axe.mjs [--all] PUBLIC...: axe-core on pages of these sites, in the light; and its contrast in the
// dark, on a phone. Without --all on as many as have, together, everything that any page has.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await launch()

function words_of(violations) {
	return violations
		.map(
			one =>
				`${one.id}: ${one.help} (${one.nodes.length}, ${one.nodes[0].html.slice(0, 160)}; ${one.nodes[0].failureSummary.split('\n')[1]})`,
		)
		.join('\n  ')
}

async function look(page, url, rules) {
	await page.goto(url, { waitUntil: 'load' })
	await page.evaluate(axe)
	const { violations, passes } = await page.evaluate(
		only => globalThis.axe.run({ resultTypes: ['violations'], ...(only && { runOnly: only }) }),
		rules,
	)
	check(violations.length === 0 && passes.length > 0, `${url}: ${words_of(violations)}`)
}

const all = process.argv[2] === '--all'
const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 360, height: 800 }, colorScheme: 'dark' }
const dark_rules = ['color-contrast', 'link-in-text-block', 'target-size']
const seen = new Set()
for (const root of process.argv.slice(all ? 3 : 2)) {
	const site = site_of(root)
	const server = await serve(site, { still: true })
	const few = samples_of(site, pages_of(site), seen)
	const pages = all ? pages_of(site) : few
	await in_pages(browser, pages, wide, (path, page) => look(page, server.origin + path))
	await in_pages(browser, few, narrow, (path, page) => look(page, server.origin + path, dark_rules))
	console.log(`axe-core: ${pages.length} pages of ${root.split('/').at(-1)}, ${few.length} in the dark`)
	server.close()
}
await browser.close()
end()
