// The only reader of the environment. Every setting has a default with which Pamir runs.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Config = ReturnType<typeof readConfig>

/** Throws a sentence when a setting cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const host = env.HOST || '127.0.0.1'
  const port = number(env, 'PORT', 3000, 65_535)
  const publicUrl = (address(env, 'PAMIR_URL', ['http:', 'https:']) || `http://${reachedBy(host)}:${port}`).replace(/\/+$/, '')
  return {
    host,
    port,
    /** The address people use, as in mails and sign-in links. Cookies are marked secure when it begins with https. */
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    /**
     * How many proxies stand before Pamir. Only what they themselves appended to X-Forwarded-For is believed: with any number
     * trusted, a stranger would choose the address that tries to sign in are counted by.
     */
    trustProxy: proxies(env),
    name: env.PAMIR_NAME || 'Pamir',
    data: resolve(env.PAMIR_CWD || '.', env.PAMIR_DATA || 'data'),
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    /** At a terminal the sign-in link should not drown in requests. */
    logLevel: env.LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info'),
    fileLimit: number(env, 'PAMIR_FILE_LIMIT_MB', 25, 1000) * 1_000_000,
    post: { smtp: address(env, 'SMTP_URL', ['smtp:', 'smtps:']), from: env.MAIL_FROM || 'Pamir <pamir@localhost>' },
    oidc: provider(env),
    webhooks: webhooks(env),
    /** Who says when a signature was made (RFC 3161); nobody is asked unless one is named. */
    timestamps: address(env, 'PAMIR_TIMESTAMPS', ['http:', 'https:']),
  }
}

/** Who listens everywhere is reached here; an IPv6 address stands in brackets. */
const reachedBy = (host: string): string => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host)

/** Where the person stood who gave the command: what file names in it are relative to. */
export const folderOf = (env: NodeJS.ProcessEnv = process.env): string => env.PAMIR_CWD || process.cwd()

function number(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number {
  const given = env[name]
  if (!given) return otherwise
  const value = Number(given)
  if (!Number.isInteger(value) || value < 0 || value > most) throw new Error(`${name} must be a whole number from 0 to ${most}, not «${given}».`)
  return value
}

function proxies({ TRUST_PROXY: given = '' }: NodeJS.ProcessEnv): number {
  if (!/^(true|false|\d?)$/.test(given)) throw new Error(`TRUST_PROXY must be true, false or a number of proxies, not «${given}».`)
  return given === 'true' ? 1 : Number(given) || 0
}

/** What was given is not shown: it may hold a password. */
function address(env: NodeJS.ProcessEnv, name: string, protocols: string[]): string | null {
  const given = env[name]
  if (!given) return null
  if (protocols.includes(URL.parse(given)?.protocol ?? '')) return given
  throw new Error(`${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`)
}

/** Whether anything is sent to addresses that people register, and which of them may be reached although they are not https, or not outside. */
function webhooks(env: NodeJS.ProcessEnv) {
  const { PAMIR_WEBHOOKS: given = '', PAMIR_WEBHOOKS_ALLOW: allowed = '' } = env
  if (!/^(on|off)?$/.test(given)) throw new Error(`PAMIR_WEBHOOKS must be on or off, not «${given}».`)
  const names = allowed.split(',').map((one) => one.trim()).filter(Boolean)
  const wrong = names.find((one) => !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(one))
  if (wrong) throw new Error(`PAMIR_WEBHOOKS_ALLOW must name hosts, such as crm.example.org or 10.0.0.5:8080, parted by commas, not «${wrong}».`)
  return { on: given === 'on', allowed: names.map((one) => one.toLowerCase()), authorities: certificates(env, 'PAMIR_WEBHOOKS_CA') }
}

/** The certificates of a file (PEM), one after another: authorities that are trusted besides those that everybody trusts. */
function certificates(env: NodeJS.ProcessEnv, name: string): string[] {
  const given = env[name]
  if (!given) return []
  try {
    const found = readFileSync(resolve(folderOf(env), given), 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    if (found.length > 0 && found.every((one) => new X509Certificate(one).ca)) return found
  } catch { /* said below, whatever it was */ }
  throw new Error(`${name} must name a file with certificates of authorities (PEM), not «${given}».`)
}

function provider(env: NodeJS.ProcessEnv) {
  const issuer = address(env, 'OIDC_ISSUER', ['https:', 'http:'])
  if (!issuer) return null
  if (!env.OIDC_CLIENT_ID) throw new Error('OIDC_CLIENT_ID is missing: the name under which the provider of OIDC_ISSUER knows Pamir.')
  return { issuer, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET || null, name: env.OIDC_NAME || new URL(issuer).host }
}
