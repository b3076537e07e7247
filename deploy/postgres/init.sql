-- Evolution's own database beside ours; Temporal's two are made by its schema tool.
CREATE DATABASE evolution;
