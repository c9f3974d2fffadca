// What of mine waits to be sent, as it changes: by this page, another one, or the worker.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useViewer } from '../viewer.ts'
import { listWaiting, onOutbox, type Waiting } from './outbox.ts'

const none: Waiting[] = []

export function useOutbox(): Waiting[] {
  const owner = useViewer()?.id
  const { data = none, refetch } = useQuery({ queryKey: ['outbox', owner], queryFn: () => (owner ? listWaiting(owner).catch(() => none) : none), staleTime: 0, structuralSharing: false })
  useEffect(() => onOutbox(() => void refetch()), [refetch])
  return data
}
