// For tests: an authority that nobody outside knows, and a certificate of a server on this machine under it, made by openssl.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why it cannot be made here, or nothing when it can. */
export const noOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not on this machine: install it to have certificates of servers tried' : undefined

export function openssl(folder: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`)
  return stdout
}

type Made = { folder: string; authority: string; key: string; certificate: string }
/** `use`: what the certificate is for, as openssl writes it. All as PEM; the files lie in `folder`, under `ca` and `server`. */
export function certified(use: string, name = 'IP:127.0.0.1'): Made {
  const folder = mkdtempSync(join(tmpdir(), 'pamir-authority-'))
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl(folder, 'req', '-x509', ...ec, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Authority of a test', '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign')
  openssl(folder, 'req', ...ec, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=Server of a test')
  writeFileSync(join(folder, 'server.ext'), `basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=${use}\nsubjectAltName=${name}\n`)
  openssl(folder, 'x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-out', 'server.pem', '-extfile', 'server.ext')
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  return { folder, authority: read('ca.pem'), key: read('server.key'), certificate: read('server.pem') }
}
