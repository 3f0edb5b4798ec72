// axe.mjs PUBLIC...: axe-core on every page of these sites, in the light; and its contrast in
// the dark on as many of them as have, together, everything that any page has.
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
let looked = 0

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
	looked++
	check(violations.length === 0 && passes.length > 0, `${url}: ${words_of(violations)}`)
}

for (const root of process.argv.slice(2)) {
	const site = site_of(root)
	const server = await serve(site, { still: true })
	const pages = pages_of(site)
	await in_pages(browser, pages, { viewport: { width: 1280, height: 900 } }, (path, page) =>
		look(page, server.origin + path),
	)
	const few = samples_of(site, pages)
	await in_pages(
		browser,
		few,
		{ viewport: { width: 360, height: 800 }, colorScheme: 'dark' },
		(path, page) =>
			look(page, server.origin + path, ['color-contrast', 'link-in-text-block', 'target-size']),
	)
	console.log(`${root}: ${pages.length} pages, ${few.length} of them in the dark too`)
	server.close()
}
await browser.close()
console.log(`axe-core looked ${looked} times`)
end()
