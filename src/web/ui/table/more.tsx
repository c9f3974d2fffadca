// The next page: comes by itself when the foot of the register comes into sight, or at the press of its button.
import { useEffect, useRef } from 'react'
import { useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import type { Register } from './table.tsx'

export function More({ register }: { register: Register<never> | Register<unknown> }) {
  const text = useText()
  const foot = useRef<HTMLDivElement>(null)
  const { more, loadingMore = false } = register
  useEffect(() => {
    if (!foot.current || loadingMore) return
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && more?.(), { rootMargin: '400px' })
    watch.observe(foot.current)
    return () => watch.disconnect()
  }, [more, loadingMore])
  return (
    <div ref={foot} className="register-more no-print">
      <Button busy={loadingMore} onPress={() => more?.()}>{text(loadingMore ? 'web.loading' : 'web.table.more')}</Button>
    </div>
  )
}
