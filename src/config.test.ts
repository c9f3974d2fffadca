// The environment: what is understood of it, and the sentence when something is not.
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('nothing set is enough', () => {
  expect(readConfig({ PAMIR_CWD: '/srv' })).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', secure: false, trustProxy: 0, data: '/srv/data', databaseUrl: null, oidc: null, timestamps: null })
})

test.each([['0.0.0.0', 'localhost'], ['::', 'localhost'], ['::1', '[::1]'], ['10.0.0.7', '10.0.0.7']])('listening at %s it is reached at %s', (HOST, name) => {
  expect(readConfig({ HOST }).publicUrl).toBe(`http://${name}:3000`)
})

test('one proxy is trusted, or as many as are named: never all that someone far away claims to have come through', () => {
  expect(['', 'false', 'true', '1', '2'].map((TRUST_PROXY) => readConfig({ TRUST_PROXY }).trustProxy)).toEqual([0, 0, 1, 1, 2])
})

test.each([
  [{ PORT: 'abc' }, /^PORT must be a whole number from 0 to 65535, not «abc»/],
  [{ PORT: '70000' }, /^PORT /],
  [{ PORT: '3000.5' }, /^PORT /],
  [{ PAMIR_FILE_LIMIT_MB: '-1' }, /^PAMIR_FILE_LIMIT_MB /],
  [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be true, false or a number of proxies, not «yes»/],
  [{ PAMIR_URL: 'pamir.example.org' }, /^PAMIR_URL must be an address that begins with http:\/\/ or https:\/\/\.$/],
  [{ PAMIR_TIMESTAMPS: 'freetsa.org' }, /^PAMIR_TIMESTAMPS must be an address that begins with http:\/\/ or https:\/\//],
  [{ OIDC_ISSUER: 'login' }, /^OIDC_ISSUER must be an address/],
  [{ OIDC_ISSUER: 'https://login.example.org' }, /^OIDC_CLIENT_ID is missing/],
  [{ DATABASE_URL: 'mysql://here/pamir' }, /^DATABASE_URL must be an address that begins with postgres:\/\//],
  [{ SMTP_URL: 'mail.example.org' }, /^SMTP_URL must be an address that begins with smtp:\/\/ or smtps:\/\//],
])('%o is refused in a sentence', (env, sentence) => {
  expect(() => readConfig(env as NodeJS.ProcessEnv)).toThrow(sentence)
})

test('a secret in an address that is not understood is not shown', () => {
  expect(() => readConfig({ SMTP_URL: 'mail:user:geheim@host' })).toThrow(/^(?!.*geheim)/)
})

test('webhooks are off until they are turned on, and what may be reached besides is named host by host', () => {
  expect(readConfig({}).webhooks).toEqual({ on: false, allowed: [], authorities: [] })
  expect(readConfig({ PAMIR_WEBHOOKS: 'on', PAMIR_WEBHOOKS_ALLOW: 'CRM.example.org, 10.0.0.5:8080,[fd00::1]:80' }).webhooks).toEqual({ on: true, allowed: ['crm.example.org', '10.0.0.5:8080', '[fd00::1]:80'], authorities: [] })
  expect(() => readConfig({ PAMIR_WEBHOOKS: 'yes' })).toThrow('PAMIR_WEBHOOKS must be on or off')
  expect(() => readConfig({ PAMIR_WEBHOOKS_CA: 'package.json' })).toThrow('PAMIR_WEBHOOKS_CA must name a file with certificates')
  expect(() => readConfig({ PAMIR_WEBHOOKS_ALLOW: 'https://crm.example.org/' })).toThrow('PAMIR_WEBHOOKS_ALLOW must name hosts')
})
