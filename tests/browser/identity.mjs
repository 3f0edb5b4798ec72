// identity.mjs PORTAL SITE...: sites that differ from the portal in site.yaml and content alone, with
// the same layouts and styles, have an identity of their own: colours, name, contacts, menu.
// And pages look as one of their own site does.
import { check, end, launch, serve, site_of } from './common.mjs'

function identity() {
	const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name]
	const text = selector =>
		document.querySelector(selector)?.textContent.trim().replace(/\s+/g, ' ') ?? ''
	return {
		head: style('.nhan-dien', 'backgroundColor'),
		links: style('main a:not(.nut)', 'color'),
		logo: document.querySelector('.nhan-dien .bieu-tuong').outerHTML,
		name: text('.ten-don-vi'),
		superior: text('.chu-quan'),
		title: document.title,
		mail: text('.chan-trang a[href^="mailto:"]'),
		address: text('.chan-trang dl'),
		menu: text('.thuc-don ul'),
		channels: text('[aria-labelledby="chan_kenh"] ul'),
	}
}

const browser = await launch()

async function identity_of(root, path = '') {
	const site = site_of(root)
	const server = await serve(site)
	const seen = {}
	for (const colorScheme of ['light', 'dark']) {
		const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } })
		await page.goto(server.origin + site.base + path)
		seen[colorScheme] = await page.evaluate(identity)
		await page.close()
	}
	server.close()
	return seen
}

const roots = process.argv.slice(2)
const seen = []
for (const root of roots) {
	const home = await identity_of(root)
	const inner = await identity_of(root, 'gioi-thieu/')
	for (const what of ['head', 'logo', 'name', 'superior', 'mail', 'menu', 'channels'])
		check(
			inner.light[what] === home.light[what],
			`${root}: ${what} differs between two of its own pages`,
		)
	seen.push(home)
}
for (let i = 0; i < roots.length; i++)
	for (let j = 0; j < i; j++)
		for (const scheme of ['light', 'dark'])
			for (const [what, value] of Object.entries(seen[i][scheme])) {
				const other = seen[j][scheme][what]
				check(
					value && value !== other,
					`${roots[i]} and ${roots[j]}, ${scheme}: ${what} is "${value}" and "${other}"`,
				)
			}
await browser.close()
end()
