// Private keys are kept locked: in the database only as AES-256-GCM boxes, whose key is made from a secret of this installation
// that lies beside the database, never in it. Who has a copy of the database alone cannot sign.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../refusals.ts'
import type { Stamp } from './stamp.ts'

/** What a box was locked for is part of the lock: a key cannot be moved to another organisation's row. */
export type Vault = {
  lock: (bytes: Uint8Array, about: string) => Buffer; unlock: (box: Uint8Array, about: string) => Buffer
  /** Says when what these keys sign was signed, where the operator named an authority for it. */
  stamp?: Stamp | undefined
}

/** Opens the vault of a data folder; at first need its secret is made there, readable by its owner only. */
export function openVault(data: string, stamp?: Stamp): Vault {
  let kept: Buffer | undefined
  const secret = () => (kept ??= readSecret(join(data, 'config')))
  return {
    stamp,
    lock: (bytes, about) => {
      const [salt, nonce] = [randomBytes(16), randomBytes(12)]
      const cipher = createCipheriv('aes-256-gcm', keyFrom(secret(), salt), nonce).setAAD(Buffer.from(about))
      const locked = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([mark(secret()), salt, nonce, cipher.getAuthTag(), locked])
    },
    unlock: (box, about) => {
      const [whose, salt, nonce, tag, locked] = cut(Buffer.from(box), 8, 16, 12, 16)
      if (!whose!.equals(mark(secret()))) throw new Refused('web.key-of-another-secret')
      const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret(), salt!), nonce!).setAAD(Buffer.from(about)).setAuthTag(tag!)
      return Buffer.concat([decipher.update(locked!), decipher.final()])
    },
  }
}

/** Which secret a box was locked with: enough to say «not with this one». */
const mark = (secret: Buffer) => createHash('sha256').update('mark').update(secret).digest().subarray(0, 8)
const keyFrom = (secret: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', secret, salt, 'pamir signing keys', 32))

/** Two servers that begin together make one secret: whoever comes second reads the first one's. */
function readSecret(folder: string): Buffer {
  const file = join(folder, 'signing.secret')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(file, 0o600)
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (secret.length !== 32) throw new Error(`${file} is not a secret of Pamir: it holds 64 hexadecimal digits.`)
  return secret
}

function cut(bytes: Buffer, ...lengths: number[]): Buffer[] {
  let from = 0
  const parts = lengths.map((length) => bytes.subarray(from, from += length))
  return [...parts, bytes.subarray(from)]
}
