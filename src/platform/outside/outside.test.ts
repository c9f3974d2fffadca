// What may be spoken to from here, what may not, and how long it may take; with real receivers on this machine.
import { createServer, type Server } from 'node:http'
import { createServer as createTcp } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultOf, liesOutside } from './addresses.ts'
import { lookupOutside, postOutside } from './post.ts'
import { isSigned, newSecret, secretText, signedHeaders } from './signed.ts'

let server: Server
let port: number
const came: { url: string; body: string; headers: Record<string, unknown> }[] = []
beforeAll(async () => {
  server = createServer((request, reply) => {
    let body = ''
    request.on('data', (piece) => { body += piece }).on('end', () => {
      came.push({ url: request.url!, body, headers: request.headers })
      if (request.url === '/on') return reply.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end('moved')
      if (request.url === '/endless') { reply.writeHead(200); const more = setInterval(() => reply.write('x'.repeat(20_000)), 1); reply.on('close', () => clearInterval(more)); return reply }
      if (request.url === '/silent') return reply
      return reply.writeHead(200).end('thank \u0000you')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as { port: number }).port
})
afterAll(() => { server.closeAllConnections(); server.close() })
const post = (path: string, allowed: string[] = [`127.0.0.1:${port}`], milliseconds = 3000) => postOutside({ url: `http://127.0.0.1:${port}${path}`, headers: {}, body: '{}', allowed, milliseconds })

test('what lies inside is known in every form it is written in', () => {
  const inside = [
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '0.0.0.0', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255', '168.63.129.16',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', '100::1', '3fff::1', 'nothing', '',
  ]
  expect(inside.filter(liesOutside)).toEqual([])
  expect(['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.0.6.139', '2001:67c:2e8:22::c100:68b', '2606:4700::1111'].filter((one) => !liesOutside(one))).toEqual([])
})

test('an address is judged as it will be understood', () => {
  const faults = (urls: string[]) => urls.map((url) => faultOf(url, []))
  expect(faults(['https://hooks.example.org/in?x=1', 'https://hooks.example.org:8443/', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'])).toEqual([undefined, undefined, undefined, undefined])
  expect(faults(['https://127.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://017700000001/', 'https://①②⑦.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://localhost/', 'https://a.localhost./', 'https://metadata.google.internal/', 'https://intranet/']))
    .toEqual(Array(11).fill('inside'))
  expect(faults(['http://hooks.example.org/', 'ftp://hooks.example.org/', 'file:///etc/passwd', 'hooks.example.org', 'https://me:secret@hooks.example.org/', 'https://hooks.example.org:25/']))
    .toEqual(['only-https', 'not-an-address', 'not-an-address', 'not-an-address', 'with-password', 'port'])
  expect([faultOf('http://127.0.0.1:4000/', ['127.0.0.1:4000']), faultOf('http://127.0.0.1:4001/', ['127.0.0.1:4000']), faultOf('http://crm:80/', ['crm:80']), faultOf('http://crm/', ['crm'])]).toEqual([undefined, 'only-https', undefined, undefined])
})

test('a name that stands for something inside is refused when the connection is made, and what was looked at is what is connected to', async () => {
  const found = (name: string, options: object) => new Promise((done) => { lookupOutside(name, options as never, (error, address) => done(error ? (error as { code?: string }).code : address)) })
  expect([await found('localhost', { all: true }), await found('localhost', {}), await found('93.184.215.14', {})]).toEqual(['INSIDE', 'INSIDE', '93.184.215.14'])
  expect(await found('93.184.215.14', { all: true })).toEqual([{ address: '93.184.215.14', family: 4 }])
})

test('a receiver is reached only where it is allowed by name and port', async () => {
  expect(await post('/in')).toMatchObject({ status: 200, answer: 'thank you', trouble: null })
  const before = came.length
  expect((await post('/in', [])).trouble).toBe('only-https')
  expect((await postOutside({ url: `https://127.0.0.1:${port}/`, headers: {}, body: '', allowed: [] })).trouble).toBe('inside')
  expect(came.length).toBe(before)
})

test('no redirect is followed, an endless answer is cut, a silent one is left, and a door that is closed is named', async () => {
  expect(await post('/on')).toMatchObject({ status: 302, answer: 'moved', trouble: null })
  expect(came.map(({ url }) => url)).not.toContain('/elsewhere')
  const endless = await post('/endless')
  expect([endless.status, endless.answer!.length]).toEqual([200, 500])
  expect(await post('/silent', undefined, 300)).toMatchObject({ status: null, trouble: 'too-slow' })
  const closed = createTcp().listen(0, '127.0.0.1')
  await new Promise((done) => closed.once('listening', done))
  const { port: shut } = closed.address() as { port: number }
  await new Promise((done) => closed.close(done))
  expect((await postOutside({ url: `http://127.0.0.1:${shut}/`, headers: {}, body: '', allowed: ['127.0.0.1'] })).trouble).toBe('unreachable')
  expect((await postOutside({ url: 'https://no-such-name.invalid/', headers: {}, body: '', allowed: [] })).trouble).toBe('unknown-name')
})

test('a signature is what the convention says it is, and changes with everything it covers', () => {
  // The example that the libraries of the convention are tested with.
  const known = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const headers = signedHeaders([Buffer.from(known.slice(6), 'base64')], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  const [one, other] = [newSecret(), newSecret()]
  const both = signedHeaders([one, other], 'a', 1_000, 'body')
  const holds = (secret: Buffer, change: object = {}, body = 'body', now = 1_000_000) => isSigned(secretText(secret), { ...both, ...change }, body, now)
  expect([holds(one), holds(other), holds(newSecret()), holds(one, {}, 'Body'), holds(one, { 'webhook-id': 'b' }), holds(one, { 'webhook-timestamp': '1001' }), holds(one, {}, 'body', 1_400_000)]).toEqual([true, true, false, false, false, false, false])
})
