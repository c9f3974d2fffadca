// A long list from its endpoint, for `DataTable`: one page after another, the old rows standing while new ones come.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Answer, Endpoint, Sent } from '#platform/http/contract.ts'
import { askPages } from '../../client.ts'
import type { Register } from './table.tsx'

type RowOf<E extends Endpoint> = Answer<E> extends { rows: (infer Row)[] } ? Row : never

/** `const register = useRegister(organisationsApi.list, { query })`; the endpoint answers `pageOf(Row)` and takes `after`. */
export function useRegister<E extends Endpoint>(endpoint: E, input: Sent<E>): Register<RowOf<E>> {
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(askPages(endpoint, input))
  const pages = (data?.pages ?? []) as unknown as { rows: RowOf<E>[]; total: number | null }[]
  return {
    rows: pages.flatMap(({ rows }) => rows),
    total: pages[0]?.total,
    loading: isPending,
    error,
    again: () => void refetch(),
    hasMore: hasNextPage,
    more: () => void (isFetchingNextPage || fetchNextPage()),
    loadingMore: isFetchingNextPage,
  }
}
