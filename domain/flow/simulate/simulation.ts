import type { CompiledFlow } from '../runtime/compiled';
import type { FlowState } from '../runtime/state';
import type { FlowObject, FlowValue } from '../runtime/value';

/** What one simulation may use up; passing one ends it as failed. */
export const SIMULATION_LIMITS = {
  /** Nodes gone through. */
  visits: 500,
  messages: 100,
  /** The clock, ahead: milliseconds. */
  advanceMs: 400 * 86_400_000,
} as const;

/** What the customer, the clock or a tester does. */
export type SimulatedEvent =
  | { type: 'say'; text: string; media?: FlowObject | undefined }
  /** A button or row: its key or its title. */
  | { type: 'tap'; option: string }
  | { type: 'advance'; ms: number }
  /** Ends what a node waits for: a person takes over, another system calls. */
  | { type: 'outcome'; nodeId: string; handle: string; output?: FlowObject | undefined }
  /** Ends it as a failure. */
  | { type: 'failure'; nodeId: string; error: { type: string; message: string } };

/** One passage through a node. What was waited for is filled in when it comes. */
export interface SimulatedStep {
  nodeId: string;
  type: string;
  status: 'done' | 'waiting' | 'failed' | 'dropped';
  /** Simulated time, ISO 8601. */
  at: string;
  /** Of nodes that act: their settings, filled in. */
  input: FlowObject | null;
  output: FlowObject;
  handle: string | null;
  error: { type: string; message: string } | null;
}

export interface SimulatedLine {
  from: 'flow' | 'customer';
  nodeId: string | null;
  text: string;
  options: { key: string; title: string }[];
  media: FlowObject | null;
  at: string;
}

/** Something a node waits for. */
export interface Pending {
  effect: string;
  nodeId: string;
  kind: string;
  settings: FlowObject;
  /** Unix ms of the simulated clock; null: no end. */
  until: number | null;
  /** How often it asked. */
  asked: number;
  /** Its place in `steps`. */
  step: number;
}

/** All of a simulation, between two events. JSON: a browser keeps it, the server forgets it. */
export interface Simulation {
  status: 'running' | 'waiting' | 'ended' | 'failed';
  run: FlowState | null;
  /** Unix ms. */
  at: number;
  pending: Pending[];
  steps: SimulatedStep[];
  chat: SimulatedLine[];
  failure: { type: string; message: string; node: string } | null;
}

/** What effects give instead of touching the world. By node; what is not named gets a canned answer. */
export interface SimulatedWorld {
  mocks?: Readonly<Record<string, SimulatedMock>> | undefined;
  /** Whether the company is open. */
  open?: boolean | undefined;
  /** Who answers for the AI: made-up words, or (`real`) whoever plays has to ask. Nothing else is ever real. */
  ai?: TrialAi | undefined;
}

export const TRIAL_AI = ['canned', 'real'] as const;
export type TrialAi = (typeof TRIAL_AI)[number];

/** Kinds whose work is a model's. */
export const AI_KINDS = ['ai_generate', 'ai_classify', 'ai_extract', 'rag_answer'] as const;
export type AiKind = (typeof AI_KINDS)[number];

export function isAiKind(kind: string): kind is AiKind {
  return (AI_KINDS as readonly string[]).includes(kind);
}

export interface SimulatedMock {
  handle?: string | undefined;
  output?: FlowObject | undefined;
  error?: { type: string; message: string } | undefined;
}

export interface SimulationStart {
  /** Node of the trigger; left out, the one that the first message begins. */
  trigger?: string | undefined;
  zone: string;
  /** Unix ms. */
  at: number;
  contact?: FlowObject | undefined;
  company?: FlowObject | undefined;
  payload?: FlowObject | undefined;
  seed?: string | undefined;
}

export const stamp = (at: number): string => new Date(Math.min(Math.max(at, 0), 8.6e15)).toISOString();

export function objectOf(value: FlowValue | undefined): FlowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The handle a thread left a logic node by: the first that leads where it stands now. */
export function wayTaken(flow: CompiledFlow, nodeId: string, to: string | undefined): string | null {
  const node = flow.nodes[nodeId];
  if (!node || to === undefined) return null;
  return node.handles.find((handle) => node.next[handle] === to) ?? null;
}
