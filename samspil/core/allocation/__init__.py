"""Who does what best: what people say of a task, what the law caps, what is measured, and why."""
