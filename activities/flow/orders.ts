import { type FlowOrderToPlace, placeFlowOrder as place } from '../../services/flow/place-order';
import { type OrdersToWithdraw, withdrawFlowOrders as withdraw } from '../../services/flow/withdraw-orders';
import type { ActivityDeps } from '../deps';

export type PlaceFlowOrderInput = FlowOrderToPlace & { correlationId: string | null };
export type WithdrawFlowOrdersInput = OrdersToWithdraw;

/** Asks a conversation for what only it may do. The run is told the end by the signal flowOutcome. Safe to repeat. */
export function createPlaceFlowOrder(deps: ActivityDeps) {
  return async function placeFlowOrder(input: PlaceFlowOrderInput): Promise<void> {
    await place(deps, input);
  };
}

/** Nobody waits for these effects of a run any more. Safe to repeat. */
export function createWithdrawFlowOrders(deps: ActivityDeps) {
  return async function withdrawFlowOrders(input: WithdrawFlowOrdersInput): Promise<void> {
    await withdraw(deps, input);
  };
}
