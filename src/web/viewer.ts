// The person signed in, asked for once and kept with the other answers.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Viewer } from '#platform/auth/viewer.ts'
import { forgetAnswers } from './offline/answers.ts'
import { keepCsrf, reach } from './wire.ts'

export type Me = { viewer: Viewer | null; csrf: string | null; instance: { name: string; version: string } }

export const meQuestion = queryOptions({
  queryKey: ['/me'],
  queryFn: async () => {
    const me = (await reach('GET', '/api/me')) as Me
    keepCsrf(me.csrf)
    return me
  },
  staleTime: Infinity,
  // Every page waits for this answer: a line that is down is said soon.
  retry: 1,
  retryDelay: 400,
  gcTime: Infinity,
})

export const useMe = (): Me | undefined => useQuery(meQuestion).data

/** The one who asks, or nothing before sign-in. */
export const useViewer = (): Viewer | null => useMe()?.viewer ?? null

/** After signing in or out, or acting for another office, everything may look different. */
export function useViewerChanged(): () => Promise<void> {
  const questions = useQueryClient()
  return async () => {
    await questions.fetchQuery({ ...meQuestion, staleTime: 0 })
    await questions.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/me' })
  }
}

// The shell stands below the domains and is there before their contracts are fetched: these three are named by their addresses.
export const actFor = (officeId: string): Promise<unknown> => reach('PUT', '/api/me/acting', { officeId })
/** What was kept to be read is gone even when nobody answers; what waits to be sent stays, for the one who wrote it. */
export const signOut = (): Promise<unknown> => forgetAnswers().then(() => reach('DELETE', '/api/me/session'))

export async function rememberLocale(locale: string): Promise<void> {
  const { name, nameNative } = (await reach('GET', '/api/me/profile')) as { name: string; nameNative: unknown }
  await reach('PUT', '/api/me/profile', { name, nameNative, locale })
}
