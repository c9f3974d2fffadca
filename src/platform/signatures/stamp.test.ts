// Time stamps by a real authority on this machine: openssl answers, over HTTP. What it says is in the PDF, holds for independent readers, and what
// is wrong with an answer keeps it out.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { certified, noOpenssl, openssl } from '../outside/authority.fixture.ts'
import { checkPdf } from './check.ts'
import { makeLeaf } from './issue.ts'
import { signPdf } from './sign.ts'
import { readStamp, stampAt } from './stamp.ts'
import { authority, noPdfsig, paper, pdfsig, signatories, signer } from './test-paper.ts'

let tsa: ReturnType<typeof certified>
let server: Server
let url: string
/** How it answers; and the last token that it gave. */
let answers: 'well' | 'of-before' | 'refusing' | 'silent' | 'broken' = 'well'
let last: Buffer | undefined

const settings = ['[tsa]', 'default_tsa = here', '[here]', 'serial = serial', 'signer_cert = server.pem', 'certs = ca.pem', 'signer_key = server.key', 'signer_digest = sha256', 'default_policy = 1.2.3.4.1', 'digests = sha256', 'accuracy = secs:1', 'ess_cert_id_alg = sha256'].join('\n')

beforeAll(async () => {
  if (noOpenssl) return
  tsa = certified('critical,timeStamping')
  writeFileSync(join(tsa.folder, 'tsa.cnf'), settings)
  writeFileSync(join(tsa.folder, 'serial'), '01')
  server = createServer((request, reply) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      if (answers === 'silent') return request.socket.destroy()
      if (answers === 'refusing') return reply.writeHead(503).end()
      if (answers === 'broken') return reply.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end('no stamp')
      if (answers === 'well' || !last) {
        writeFileSync(join(tsa.folder, 'asked.tsq'), Buffer.concat(pieces))
        openssl(tsa.folder, 'ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'asked.tsq', '-out', 'said.tsr')
        last = readFileSync(join(tsa.folder, 'said.tsr'))
      }
      return reply.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(last)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/tsr`
})
afterAll(() => { server?.closeAllConnections(); server?.close() })
beforeEach((context) => { if (noOpenssl) context.skip(noOpenssl); answers = 'well' })

async function signed(bytes: Uint8Array, place: number, stamped = true): Promise<Uint8Array> {
  const { name, nameLang, of, country } = signatories[place]!
  const leaf = await makeLeaf(await authority(), of, country, new Date('2026-01-01T00:00:00Z'))
  return signPdf(bytes, { signer: { ...signer(leaf), stamp: stamped ? stampAt(url) : undefined }, field: `party-${place + 1}`, shown: { name, nameLang, lines: [of] }, at: new Date() })
}

test('two signatures, each with its stamp: whole, valid for pdfsig, and said by whom', async (context) => {
  const began = Date.now()
  const both = await signed(await signed(await paper(), 0), 1)
  const { signatures, whole } = await checkPdf(both, new Date())
  expect([whole, signatures.map(({ integrity, after, validThen, stamped }) => [integrity, after, validThen, stamped?.by])]).toEqual([true, [['valid', 'signatures', 'in-date', 'Server of a test'], ['valid', 'nothing', 'in-date', 'Server of a test']]])
  for (const { stamped } of signatures) expect(Math.abs(Date.parse(stamped!.at) - began)).toBeLessThan(60_000)
  if (noPdfsig) context.skip(noPdfsig)
  const checked = pdfsig(both)
  expect([checked.valid, checked.whole]).toEqual([['Signature is Valid.', 'Signature is Valid.'], [false, true]])
})

test('openssl itself verifies the stamp against the value of the signature, and not against another', async () => {
  const value = Buffer.from('the value of a signature')
  const token = await stampAt(url)!(value)
  writeFileSync(join(tsa.folder, 'token.der'), token)
  const verify = (bytes: Uint8Array) => () => openssl(tsa.folder, 'ts', '-verify', '-digest', createHash('sha256').update(bytes).digest('hex'), '-in', 'token.der', '-token_in', '-CAfile', 'ca.pem')
  expect(verify(value)()).toContain('OK')
  expect(verify(Buffer.from('another'))).toThrow()
  expect([readStamp(token, value)?.by, readStamp(token, Buffer.from('another'))]).toEqual(['Server of a test', null])
  const bent = Uint8Array.from(token)
  bent[bent.length - 5]! ^= 1
  expect(readStamp(bent, value)).toBeNull()
})

test.each(['of-before', 'refusing', 'silent', 'broken'] as const)('an authority that is %s: nothing is signed', async (how) => {
  await stampAt(url)!(Buffer.from('before'))
  answers = how
  await expect(signed(await paper(), 0)).rejects.toMatchObject({ reason: 'web.timestamp-missing', status: 503 })
})

test('the same words signed by a certificate that is not for stamps count for nothing', async () => {
  const value = Buffer.from('the value of a signature')
  // Made before what they sign says that it was said: a certificate counts from the second it was made.
  const [forStamps, forOther] = [certified('critical,timeStamping'), certified('clientAuth')]
  writeFileSync(join(tsa.folder, 'good.der'), await stampAt(url)!(value))
  openssl(tsa.folder, 'cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'good.der', '-out', 'info.der')
  const said = readFileSync(join(tsa.folder, 'info.der'))
  const by = ({ folder }: ReturnType<typeof certified>) => {
    writeFileSync(join(folder, 'info.der'), said)
    openssl(folder, 'cms', '-sign', '-in', 'info.der', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-signer', 'server.pem', '-inkey', 'server.key', '-outform', 'DER', '-out', 'token.der')
    return readStamp(readFileSync(join(folder, 'token.der')), value)?.by
  }
  expect([by(forStamps), by(forOther)]).toEqual(['Server of a test', undefined])
})

test('off, as it is unless an authority is named, nobody is asked and a signature has none', async () => {
  expect(stampAt(null)).toBeUndefined()
  const { signatures } = await checkPdf(await signed(await paper(), 0, false), new Date())
  expect(signatures[0]!.stamped).toBeNull()
})
