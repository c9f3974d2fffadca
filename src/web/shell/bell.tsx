// How many notices are unread: asked after the page is there, now and then, so that no page waits for it.
import { useQuery } from '@tanstack/react-query'
import { useText } from '../text.tsx'
import { Icon } from '../ui/icon.tsx'
import { Go } from '../ui/link.tsx'
import { reach } from '../wire.ts'

// The shell stands below the domains: the question is named by its address.
const unread = { queryKey: ['/notices/unread'], queryFn: async () => (await reach('GET', '/api/notices/unread')) as { unread: number }, refetchInterval: 60_000, staleTime: 30_000, retry: false }

export function Bell() {
  const text = useText()
  const count = useQuery(unread).data?.unread ?? 0
  return (
    <Go to="/notices" className="bell" aria-label={text('web.bell', { count })}>
      <Icon name="bell" size={18} />{count > 0 && <span className="bell-count" aria-hidden="true">{count > 99 ? '99+' : count}</span>}
    </Go>
  )
}
