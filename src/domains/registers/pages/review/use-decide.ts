// The decisions of a person on a run. Each says what it did, and can be undone whole.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { registersApi } from '../../api.ts'
import type { DecidedRow, KnownDate, PartyChoice, Run } from '../../model.ts'

export type Done = { words: string; undo: () => void }
type Told = { rows: number; before: DecidedRow[] }
export type Spot = { row: number; place: number; alike?: boolean }

/** Beneath an open sheet a toast can be neither read nor pressed: with `inside`, what was done is told to whoever drew the sheet. */
export function useDecide(run: Pick<Run, 'id'>, { inside = false } = {}) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const correct = useDeed(registersApi.correct)
  const change = useDeed(registersApi.change)
  const accept = useDeed(registersApi.accept)
  const leave = useDeed(registersApi.leaveOut)
  const putBack = useDeed(registersApi.putBack)
  const [done, setDone] = useState<Done>()
  const params = { id: run.id }
  const undo = (before: DecidedRow[]) => () => putBack.mutate({ params, body: { rows: before } }, { onError: trouble, onSuccess: () => setDone(undefined) })
  const tell = ({ words, undo }: Done) => say(words, { undo })
  const told = (key: string, facts: Record<string, unknown> = {}) => ({
    onError: trouble,
    onSuccess: ({ rows, before }: Told) => (inside ? setDone : tell)({ words: text(`registers.said.${key}`, { rows, ...facts }), undo: undo(before) }),
  })
  return {
    done,
    busy: correct.isPending || change.isPending || accept.isPending || leave.isPending,
    choose: ({ row, place, alike = false }: Spot, choice: PartyChoice, name: string) =>
      correct.mutate({ params, body: { row, place, choice, alike: alike as never } }, told(choice.is, { name })),
    leaveOut: (row: number, skip: boolean) => change.mutate({ params, body: { row, skip } }, told(skip ? 'left-out' : 'taken-in', { row })),
    leaveOutAll: (problem: string) => leave.mutate({ params, body: { problem } }, told('left-out-all')),
    date: (row: number, signedOn: KnownDate | null) => change.mutate({ params, body: { row, signedOn } }, told('date', { row })),
    acceptAbove: (above: number) => accept.mutate({ params, body: { above } }, told('accepted')),
  }
}

export type Decide = ReturnType<typeof useDecide>
