// port.mjs free [N]: prints ports of the loopback that nobody listens on.
// port.mjs wait PORT: ends when somebody does; with status 1 after half a minute.
import net from 'node:net'

const [what, argument] = process.argv.slice(2)

function free() {
	return new Promise(resolve => {
		const server = net.createServer()
		server.listen(0, '127.0.0.1', () => resolve(server))
	})
}

function connect(port) {
	return new Promise(resolve => {
		const socket = net.connect(port, '127.0.0.1')
		socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
		socket.on('connect', () => socket.destroy())
	})
}

if (what === 'free') {
	const servers = []
	for (let i = 0; i < Number(argument ?? 1); i++)
		servers.push(await free())
	console.log(servers.map(s => s.address().port).join(' '))
	servers.forEach(s => s.close())
} else {
	const last = Date.now() + 30000
	while (!await connect(Number(argument))) {
		if (Date.now() > last)
			process.exit(1)
		await new Promise(resolve => setTimeout(resolve, 20))
	}
}
