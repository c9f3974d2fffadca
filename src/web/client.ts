// Calls the promises in each domain's `api.ts`. Types flow from the contract; nothing is generated.
import { infiniteQueryOptions, type InfiniteData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answer, Endpoint, Sent } from '#platform/http/contract.ts'
import { askAgain } from './again.ts'
import { formOf, type Loose, pathOf, reach } from './wire.ts'

export { Offline, Refusal } from './wire.ts'
export { upload, type UploadProgress } from './upload.ts'

export async function call<E extends Endpoint>(endpoint: E, input: Sent<E>): Promise<Answer<E>> {
  const { body, file } = input as Loose
  return (await reach(endpoint.method, pathOf(endpoint, input as Loose), file ? formOf(file, body) : body)) as Answer<E>
}

/** A question for TanStack Query: the same value serves a page's `load` and the page. */
export const ask = <E extends Endpoint>(endpoint: E, input: Sent<E>) =>
  queryOptions<Answer<E>>({ queryKey: [endpoint.path, input], queryFn: () => call(endpoint, input) })

type Paged = { next: string | null }

/** A long list, one page after another: `useInfiniteQuery(askPages(api.list, { query }))`. The server's `next` is sent back as `after`. */
export const askPages = <E extends Endpoint>(endpoint: E, input: Sent<E>) =>
  infiniteQueryOptions<Answer<E> & Paged, Error, InfiniteData<Answer<E> & Paged>, readonly unknown[], string | null>({
    queryKey: [endpoint.path, 'pages', input],
    initialPageParam: null,
    queryFn: ({ pageParam }) => {
      const { query = {}, ...rest } = input as Loose
      const asked = pageParam === null ? query : { ...query, after: pageParam }
      return call(endpoint, { ...rest, query: asked } as unknown as Sent<E>) as Promise<Answer<E> & Paged>
    },
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
  })

/** A deed. Whatever it changed is asked again: every question whose path begins like the deed's, and what `alsoChanges` names. */
export function useDeed<E extends Endpoint>(endpoint: E, alsoChanges: string[] = []) {
  const questions = useQueryClient()
  const rooms = [`/${endpoint.path.split('/')[1]}`, ...alsoChanges]
  return useMutation<Answer<E>, Error, Sent<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: () => askAgain(questions, ([path]) => rooms.some((room) => String(path).startsWith(room))),
  })
}

/** The address of a file that an endpoint gives: for a plain link. */
export const linkTo = <E extends Endpoint>(endpoint: E, input: Sent<E>): string => pathOf(endpoint, input as Loose)
