export const aiUsage = {};
