// The thread in which the resolver sits.
import { parentPort } from 'node:worker_threads'
import { Clerk, type Order } from './desk-clerk.ts'

const clerk = new Clerk()
parentPort!.on('message', ({ ticket, order }: { ticket: number; order: Order }) => {
  try {
    parentPort!.postMessage({ ticket, answer: clerk.take(order) })
  } catch (error) {
    parentPort!.postMessage({ ticket, problem: (error as Error).message })
  }
})
