// Web sites with every kind of answer, on free ports of the loopback. Prints one line of
// JSON with their addresses; at the end of its input, another with what it has seen.
import { createServer as createTls } from 'node:https'
import { createServer as createHttp } from 'node:http'
import { createServer as createTcp } from 'node:net'
import { readFileSync } from 'node:fs'

const [key, certificate] = process.argv.slice(2).map(file => readFileSync(file))
const seen = { asked: 0, heads: 0, gets: 0 }

const html = { 'content-type': 'text/html; charset=utf-8' }

// What stands behind "/kind/number" is answered as its kind says.
const kinds = {
	good: (request, answer) => answer.writeHead(200, html).end('<p>ok'),
	'get-only': (request, answer) =>
		answer.writeHead(request.method === 'GET' ? 200 : 405, html).end(),
	'head-lies': (request, answer) =>
		answer.writeHead(request.method === 'GET' ? 200 : 404, html).end(),
	'head-cut': (request, answer) =>
		request.method === 'GET' ? answer.writeHead(200, html).end('ok') : request.socket.destroy(),
	endless: (request, answer) => {
		answer.writeHead(request.method === 'GET' ? 200 : 500, html)
		if (request.method !== 'GET') return answer.end()
		const more = setInterval(() => answer.write('x'.repeat(65536)), 1)
		answer.on('close', () => clearInterval(more))
	},
	found: (request, answer) => answer.writeHead(302, { location: '/good/x' }).end(),
	mixed: (request, answer) => answer.writeHead(301, { location: '/found/x' }).end(),
	moved: (request, answer) => answer.writeHead(301, { location: '/good/x' }).end(),
	'moved-twice': (request, answer) => answer.writeHead(308, { location: '/moved/x' }).end(),
	'moved-away': (request, answer) => answer.writeHead(301, { location: '/missing/x' }).end(),
	loop: (request, answer) => answer.writeHead(302, { location: request.url }).end(),
	elsewhere: (request, answer) => answer.writeHead(302, { location: 'ftp://127.0.0.1/' }).end(),
	'to-file': (request, answer) =>
		answer.writeHead(302, { location: 'file:///etc/hostname' }).end(),
	missing: (request, answer) => answer.writeHead(404, html).end(),
	gone: (request, answer) => answer.writeHead(410, html).end(),
	'who-are-you': (request, answer) => answer.writeHead(401, html).end(),
	forbidden: (request, answer) => answer.writeHead(403, html).end(),
	'too-many': (request, answer) => answer.writeHead(429, { 'retry-after': '60' }).end(),
	'no-law': (request, answer) => answer.writeHead(451, html).end(),
	'no-robots': (request, answer) => answer.writeHead(999, 'no', html).end(),
	broken: (request, answer) => answer.writeHead(500, html).end(),
	busy: (request, answer) => answer.writeHead(503, html).end(),
	teapot: (request, answer) => answer.writeHead(418, html).end(),
	nowhere: (request, answer) => answer.writeHead(302).end(),
	silent: () => {},
	cut: request => request.socket.destroy(),
	garbage: request => request.socket.end('what is this?\r\n\r\n'),
}

function answer(request, response) {
	seen.asked++
	seen[request.method === 'HEAD' ? 'heads' : 'gets']++
	kinds[request.url.split('/')[1]](request, response)
}

function listen(server) {
	return new Promise(done => server.listen(0, '127.0.0.1', () => done(server.address().port)))
}

const web = await listen(createHttp(answer))
const untrusted = await listen(createTls({ key, cert: certificate }, answer))
const closed = createTcp()
const refused = await listen(closed)
await new Promise(done => closed.close(done))
console.log(JSON.stringify({ web, untrusted, refused }))
process.stdin.on('end', () => {
	console.log(JSON.stringify(seen))
	process.exit(0)
})
process.stdin.resume()
