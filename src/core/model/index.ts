// The negotiation model: who wants what, what they would accept, and why not.
export * from './negotiation-model.ts';
