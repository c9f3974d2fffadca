// What changes in a meeting while one looks: heard on an open line, and asked for where there is none.
import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { meetingsApi } from '../../api.ts'
import type { Pulse } from '../../session-model.ts'

/** A meeting that is over is asked for again when somebody writes in its minutes. */
export function useHeard(id: string): void {
  const questions = useQueryClient()
  useEffect(() => {
    const source = new EventSource(`/live/meetings/${id}`)
    let before: string | undefined
    source.onmessage = ({ data: said }) => {
      const { version } = JSON.parse(said as string) as Pulse
      if (before && before !== version) void questions.invalidateQueries({ queryKey: ask(meetingsApi.meeting, { params: { id } }).queryKey })
      before = version
    }
    return () => source.close()
  }, [id, questions])
}

/** Without a line, often enough for a vote; with one, only in case something was missed. */
const [without, withLine] = [3000, 30_000]

export function useLive(id: string, sits: boolean) {
  const questions = useQueryClient()
  const [line, setLine] = useState(false)
  const { data } = useQuery({ ...ask(meetingsApi.live, { params: { id } }), enabled: sits, refetchInterval: line ? withLine : without })
  useEffect(() => {
    if (!sits) return undefined
    const [live, whole] = [ask(meetingsApi.live, { params: { id } }).queryKey, ask(meetingsApi.meeting, { params: { id } }).queryKey]
    const source = new EventSource(`/live/meetings/${id}`)
    let before: Pulse | undefined
    source.onopen = () => { setLine(true); void questions.invalidateQueries({ queryKey: live }) }
    source.onerror = () => setLine(false)
    source.onmessage = ({ data: said }) => {
      const pulse = JSON.parse(said as string) as Pulse
      questions.setQueryData(live, (known) => known && { ...known, ...pulse })
      // The whole is asked again only when more than numbers changed.
      if (before && (before.version !== pulse.version || before.present !== pulse.present)) void questions.invalidateQueries({ queryKey: whole })
      if (before?.ballot?.id !== pulse.ballot?.id) void questions.invalidateQueries({ queryKey: live })
      before = pulse
    }
    return () => source.close()
  }, [id, sits, questions])
  return { live: data, line }
}
