export const costs = {};
