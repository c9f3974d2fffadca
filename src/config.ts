// The only reader of the environment. Every setting has a default with which Pamir runs.
import { resolve } from 'node:path'

export type Config = ReturnType<typeof readConfig>

/** Throws a sentence when a setting cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const host = env.HOST || '127.0.0.1'
  const port = number(env, 'PORT', 3000)
  const publicUrl = (env.PAMIR_URL || `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/+$/, '')
  return {
    host,
    port,
    /** The address people use, as in mails and sign-in links. Cookies are marked secure when it begins with https. */
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    trustProxy: env.TRUST_PROXY === 'true',
    name: env.PAMIR_NAME || 'Pamir',
    data: resolve(env.PAMIR_CWD || '.', env.PAMIR_DATA || 'data'),
    databaseUrl: env.DATABASE_URL || null,
    /** At a terminal the sign-in link should not drown in requests. */
    logLevel: env.LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info'),
    /** Where the person stood who gave the command: what file names in it are relative to. */
    folder: env.PAMIR_CWD || process.cwd(),
    fileLimit: number(env, 'PAMIR_FILE_LIMIT_MB', 25) * 1_000_000,
    post: { smtp: env.SMTP_URL || null, from: env.MAIL_FROM || 'Pamir <pamir@localhost>' },
    oidc: env.OIDC_ISSUER ? { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID ?? '', clientSecret: env.OIDC_CLIENT_SECRET || null, name: env.OIDC_NAME || new URL(env.OIDC_ISSUER).host } : null,
  }
}

function number(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const given = env[name]
  if (!given) return otherwise
  const value = Number(given)
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number, not «${given}».`)
  return value
}
