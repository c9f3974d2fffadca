// After a deed, what it changed is asked again. An answer that was on its way while the deed was done may say what stood there before: it
// is asked again too, once it has come.
import type { QueryClient, QueryKey } from '@tanstack/react-query'

export async function askAgain(questions: QueryClient, changed: (key: QueryKey) => boolean): Promise<void> {
  const predicate = ({ queryKey }: { queryKey: QueryKey }) => changed(queryKey)
  const underWay = questions.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' })
  for (const { queryKey, promise } of underWay) void promise?.then(() => questions.invalidateQueries({ queryKey, exact: true }), () => undefined)
  await questions.invalidateQueries({ predicate })
}
