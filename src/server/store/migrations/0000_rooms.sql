CREATE TABLE "events" (
	"room" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"event" json NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("room","seq")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"code" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_room_fkey" FOREIGN KEY ("room") REFERENCES "public"."rooms"("code") ON DELETE cascade ON UPDATE no action;