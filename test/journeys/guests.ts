// Several people signed in at once: invited to an office as anyone is, by a letter with a link, each in a browser of their own.
import { type APIRequestContext, request as requests } from 'playwright-core'
import { expect, inject } from 'vitest'
import { peopleApi } from '#domains/people/api.ts'
import type { Role } from '#platform/auth/viewer.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { newId } from '#platform/kinds.ts'
import { signIn, traveller, type Traveller } from './traveller.ts'

/** What a person asks of the API directly, for what is not the story itself. */
type Send = <T = { id: string }>(path: string, data: object) => Promise<T>
export type Desk = { read: <T = Record<string, never>>(path: string) => Promise<T>; send: Send; put: Send }
/** `anew` opens another browser of the same person. */
export type Guest = Traveller & Desk & { locale: Locale; name: string; email: string; password: string; anew: (wish: { phone?: boolean }) => Promise<Traveller> }

export async function deskOf({ context: { request } }: { context: { request: APIRequestContext } }): Promise<Desk> {
  const read = async (path: string) => (await request.get(`/api${path}`)).json()
  const headers = { 'x-csrf-token': (await read('/me')).csrf as string }
  const by = (method: 'POST' | 'PUT') => async (path: string, data: object) => {
    const reply = await request.fetch(`/api${path}`, { method, headers, data })
    expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
    return reply.json()
  }
  return { read, send: by('POST'), put: by('PUT') }
}

/** The administrator's desk, and a way to close it. */
export async function house(): Promise<Desk & { leave: () => Promise<void> }> {
  const someone = await traveller('en')
  await signIn(someone)
  return { ...(await deskOf(someone)), leave: someone.leave }
}

/** An invented person, who holds this office from now on. */
export async function guest(by: Desk, locale: Locale, name: string, office: Office): Promise<Guest> {
  const someone = await traveller(locale)
  const { email, password } = await join(by, someone.context.request, locale, name, office)
  const anew = async (wish: { phone?: boolean }) => {
    const other = await traveller(locale, wish)
    await signIn(other, { email, password })
    return other
  }
  return { ...someone, ...(await deskOf(someone)), locale, name: `${name} (example)`, email, password, anew }
}

/** One of many in a story: joins and acts as anyone, without a window of their own. */
export type Hand = Desk & { password: string; leave: () => Promise<void> }
export async function hand(by: Desk, name: string, office: Office): Promise<Hand> {
  const request = await requests.newContext({ baseURL: inject('url') })
  const { password } = await join(by, request, 'en', name, office)
  return { ...(await deskOf({ context: { request } })), password, leave: () => request.dispose() }
}

type Office = { role: Role; organisationId: string }
async function join(by: Desk, request: APIRequestContext, locale: Locale, name: string, office: Office): Promise<{ email: string; password: string }> {
  const [email, password] = [`${newId()}@example.org`, 'the pass of Khunjerab']
  await by.send('/people/invitations', { email, name: `${name} (example)`, locale, office: { ...office, title: null } })
  const { rows } = await by.read<{ rows: { toAddress: string; body: string }[] }>('/letters')
  const link = new URL(/https?:\S+/.exec(rows.find(({ toAddress }) => toAddress === email)!.body)![0])
  const reply = await request.post(`/api${peopleApi.takeLink.path}`, { data: { token: link.searchParams.get('token'), name: `${name} (example)`, email, password, locale } })
  expect(reply.status(), await reply.text()).toBe(200)
  return { email, password }
}

/** A university, college or company of a story. */
export async function place(by: Desk, kind: string, country: string, name: string, nameZh?: string): Promise<string> {
  const names = [{ text: name, lang: 'en', kind: 'display' }, ...(nameZh ? [{ text: nameZh, lang: 'zh', kind: 'label' }] : [])]
  return (await by.send('/organisations', { kind, country, timeZone: null, names })).id
}
